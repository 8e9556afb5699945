// After a change of a network or of what hangs on it: its rows, and every panel, as several gateways may be in it.
import { rowId } from '../../tree/nodes/node';
import type { Services } from '../services';

/** Without an id, the list of networks. */
export function refreshNetwork(
  { explorer, panels }: Pick<Services, 'explorer' | 'panels'>,
  networkId?: string,
): void {
  explorer.refresh({ id: networkId === undefined ? rowId.networks() : rowId.network(networkId) });
  void panels.ifMade((made) => made.refresh());
}
