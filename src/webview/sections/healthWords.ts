// What a gateway's edge answered when it was asked for its health, in words.
import type { HealthFailure } from '../../dns/healthProbe';
import type { Translate } from '../../text';
import type { ProbedEdge } from '../edgeProbes';
import { shownName } from '../shownName';

export interface HealthWords {
  readonly tone: 'good' | 'warning' | 'error';
  readonly text: string;
}

export function healthWords({ name, health }: ProbedEdge, t: Translate): HealthWords {
  switch (health.kind) {
    case 'up':
      return {
        tone: 'good',
        text: t(
          '{0} is up: it answered in {1} ms. That says nothing about routes.',
          name,
          health.tookMs,
        ),
      };
    case 'answered':
      return {
        tone: 'warning',
        text: t('{0} answered with status {1} instead of 200.', name, health.status),
      };
    case 'failed':
      return {
        tone: 'error',
        text: `${failureText(name, health.why, t)} (${shownName(health.said)})`,
      };
  }
}

function failureText(name: string, why: HealthFailure, t: Translate): string {
  switch (why) {
    case 'no-name':
      return t('{0} does not exist in DNS: the data planes may not be ready yet.', name);
    case 'no-connection':
      return t('{0} does not take the connection.', name);
    case 'certificate':
      return t('{0} has no certificate that is trusted here; a proxy in between may be why.', name);
    case 'timeout':
      return t('{0} did not answer in time: is something between here and there in the way?', name);
    case 'unknown':
      return t('{0} could not be asked.', name);
  }
}
