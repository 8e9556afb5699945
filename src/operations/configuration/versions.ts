// Gateway versions such as 3.4 and 3.10: numbers between dots, not decimals.

/** Negative when `one` is older; parts that are no numbers count as 0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  const places = Math.max(left.length, right.length);
  for (let place = 0; place < places; place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partsOf(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
