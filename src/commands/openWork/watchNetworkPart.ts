// Watches a network, transit gateway or private DNS that was created before the window was reloaded.
import { l10n } from 'vscode';
import { guarded } from '../../host/runCommand';
import { type Rising, untilReady } from '../../operations/untilReady';
import { refreshNetwork } from '../network/refreshNetwork';
import { showPrivateDnsSteps, showTransitGatewaySteps } from '../network/showSteps';
import type { Services } from '../services';
import { type AttachmentNote, keyOf, type NetworkNote } from './notes';

interface Watching<T> {
  readonly progress: string;
  readonly read: (signal: AbortSignal) => Promise<T>;
  readonly done: (resource: T) => unknown;
}

export function watchNetworkPart(services: Services, note: NetworkNote | AttachmentNote): void {
  if (note.kind === 'network') watchNetwork(services, note);
  else if (note.kind === 'transitGateway') watchTransitGateway(services, note);
  else watchPrivateDns(services, note);
}

function watchNetwork(services: Services, note: NetworkNote): void {
  const { tell, client } = services;
  const { id, name } = note;
  watch(services, note, {
    progress: l10n.t('Creating network {0}', name),
    read: async (signal) => (await client.get()).networks.get(id, { signal }),
    done: () => tell.info(l10n.t('Network {0} is ready.', name)),
  });
}

function watchTransitGateway(services: Services, note: AttachmentNote): void {
  const { networkId, id, name } = note;
  watch(services, note, {
    progress: l10n.t('Creating transit gateway {0}', name),
    read: async (signal) =>
      (await services.client.get()).transitGateways.get(networkId, id, { signal }),
    done: (resource) => {
      const terraform = { kind: 'transitGateway', networkId, resource } as const;
      return showTransitGatewaySteps(services, { ...rowOf(note), terraform });
    },
  });
}

function watchPrivateDns(services: Services, note: AttachmentNote): void {
  const { networkId, id, name } = note;
  watch(services, note, {
    progress: l10n.t('Creating private DNS {0}', name),
    read: async (signal) => (await services.client.get()).privateDns.get(networkId, id, { signal }),
    done: (resource) => {
      const terraform = { kind: 'privateDns', networkId, resource } as const;
      return showPrivateDnsSteps(services, { ...rowOf(note), terraform });
    },
  });
}

function rowOf({ name, id }: AttachmentNote) {
  return { name, resourceId: id, source: { geo: 'global', path: '' } };
}

function watch<T extends Rising>(
  services: Services,
  note: NetworkNote | AttachmentNote,
  { progress, read, done }: Watching<T>,
): void {
  const { background, tell, clock, openWork } = services;
  const key = keyOf(note);
  background.run(key, (superseded) =>
    guarded(services, key, async () => {
      const ready = await openWork.during(key, note, () =>
        tell.progress(progress, (cancelled, report) => {
          const signal = AbortSignal.any([cancelled, superseded]);
          const watched = { name: note.name, read, everyMs: 20_000, limitMs: 90 * 60_000 };
          return untilReady(watched, { signal, report, clock, t: l10n.t });
        }),
      );
      refreshNetwork(services, 'networkId' in note ? note.networkId : undefined);
      await done(ready);
    }),
  );
}
