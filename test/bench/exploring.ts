// Opening the explorer on a large organisation, next to the bare client's time for the same lists.
import { askOfMany } from './listing';
import type { Row } from './row';
import { ms } from './timing';
import type { Explored } from './treeProgram';

/** For 10,000 nodes, our own objects. */
const heapBudget = 15e6;

export async function exploring(count: number): Promise<readonly Row[]> {
  const explored = await askOfMany<Explored>('treeProgram', count);
  const { rows, listMs, firstRowsMs, allRowsMs, heapBytes } = explored;
  const compared = `the bare client ${ms(listMs)}`;
  return [
    {
      what: `explorer with ${count.toLocaleString('en')} control planes: first rows of all geos`,
      measured: `${ms(firstRowsMs)}, ${compared}`,
      ratio: firstRowsMs / listMs,
    },
    {
      what: '… all rows',
      measured: `${ms(allRowsMs)} (${rows.toLocaleString('en')} rows), ${compared}`,
      ratio: allRowsMs / listMs,
    },
    {
      what: '… heap that the tree keeps',
      measured: `${(heapBytes / 1e6).toFixed(1)} MB, ${(heapBytes / rows).toFixed(0)} bytes each`,
      ...(count === 10_000 && { budget: '15 MB', ratio: heapBytes / heapBudget }),
    },
  ];
}
