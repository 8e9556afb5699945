// One line of the benchmark table, and how the table is printed.

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** In words; absent where nothing was promised and the figure is there to be watched. */
  readonly budget?: string;
  /** What was measured divided by its budget, or by what it is compared with. Above 1 a budget is missed. */
  readonly ratio?: number;
}

export function table(rows: readonly Row[]): string {
  const lines = [
    ['what', 'measured', 'budget', 'ratio'],
    ...rows.map(({ what, measured, budget = '–', ratio }) => [
      what,
      measured,
      budget,
      ratio === undefined ? '–' : ratio.toFixed(2),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | '))
    .map((line) => line.trimEnd())
    .toSpliced(1, 0, widths.map((width) => '-'.repeat(width)).join('-|-'))
    .join('\n');
}

/** One sentence for each budget that is missed. */
export function misses(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ what, measured, budget, ratio = 0 }) =>
    budget !== undefined && ratio > 1
      ? [`Missed by ${((ratio - 1) * 100).toFixed(0)} %: ${what}: ${measured}, budget ${budget}`]
      : [],
  );
}
