// Show everything in the explorer again.
import { noFilter } from '../../tree/filter';
import type { Services } from '../services';

export async function clearFilter({ explorer }: Pick<Services, 'explorer'>): Promise<void> {
  await explorer.setFilter(noFilter);
}
