// Show the next page of a long list in the explorer.
import type { Services } from '../services';

export async function loadMore(
  { explorer }: Pick<Services, 'explorer'>,
  target?: { readonly id: string },
): Promise<void> {
  if (target !== undefined) await explorer.loadMore(target);
}
