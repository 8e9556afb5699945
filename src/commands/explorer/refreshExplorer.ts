// Read a node of the explorer, or all of it, anew.
import type { Services } from '../services';

export async function refreshExplorer(
  { explorer }: Pick<Services, 'explorer'>,
  target?: { readonly id: string },
): Promise<void> {
  explorer.refresh(target);
}
