// What few lists tell about the whole organisation, so that the filter finds it in control planes that nobody has opened.
import type { KonnectClient } from '../konnect/client';
import { rowId, type Searched, type TreeNode } from './nodes/node';

interface Found extends Searched {
  /** The id of the heading that lists it. */
  readonly under: string;
}

/** Data plane groups and custom domains; empty until it is read. */
export class Unopened {
  #found: readonly Found[] = [];

  forget(): void {
    this.#found = [];
  }

  /** A list that is refused leaves what the others tell. */
  async read(konnect: KonnectClient, signal: AbortSignal): Promise<void> {
    const lists = await Promise.allSettled([groups(konnect, signal), domains(konnect, signal)]);
    if (signal.aborted) return;
    this.#found = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
  }

  *below(node: TreeNode): Generator<Searched> {
    for (const one of this.#found) {
      if (one.under === node.id || one.under.startsWith(`${node.id}/`)) yield one;
    }
  }

  /** Things below headings that are not opened. */
  *outside(isOpened: (id: string) => boolean): Generator<Searched> {
    for (const one of this.#found) if (!isOpened(one.under)) yield one;
  }
}

async function groups(konnect: KonnectClient, signal: AbortSignal): Promise<Found[]> {
  const found: Found[] = [];
  for await (const configuration of konnect.configurations.list({ signal })) {
    const { control_plane_id: id, control_plane_geo: geo } = configuration;
    const under = rowId.group({ geo, id }, 'dataPlaneGroups');
    for (const { region, provider, state } of configuration.dataplane_groups) {
      found.push({ under, texts: [region, provider], state });
    }
  }
  return found;
}

async function domains(konnect: KonnectClient, signal: AbortSignal): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of konnect.customDomains.list({ signal })) {
    const ref = { geo: one.control_plane_geo, id: one.control_plane_id };
    const under = rowId.group(ref, 'customDomains');
    found.push({ under, texts: [one.domain, one.id], state: one.state });
  }
  return found;
}
