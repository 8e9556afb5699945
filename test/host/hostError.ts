// A failure of the test host that one line explains: which part is missing and what to do about it.

export class HostError extends Error {}

/** Runs a program's main function; what it rejects with becomes one line (or a stack, when it is a defect) and exit 1. */
export function runMain(main: () => Promise<number>): void {
  main().then(
    (exitCode) => process.exit(exitCode),
    (error: unknown) => {
      console.error(error instanceof HostError ? error.message : error);
      process.exit(1);
    },
  );
}
