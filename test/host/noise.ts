// Lines that this way of running VS Code always prints and that say nothing about an extension.

/** The workbench's own progress, a missing gallery and service worker. */
const harmless: readonly RegExp[] = [
  /^(Resolving|Resolved) connection token /,
  /^Creating a socket /,
  /^\[(reconnection-grace-time|AgentHost:|AccountPolicyGate\]|Service Worker\])/,
  /^Updating additional builtin extensions cache$/,
  /^Canceled: Canceled: Canceled\n.*workbench\.js/,
  /ENOTFOUND open-vsx\.org/,
  /^Creation of workbench contribution .* took \d+ms\.$/,
];

export function isNoise(line: string): boolean {
  return harmless.some((pattern) => pattern.test(line));
}
