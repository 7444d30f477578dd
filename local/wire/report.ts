/** Prints an error that nobody expects, whole; one of the system, such as a full disk, in a sentence. */
export const report = (error: unknown): void =>
  console.error(error instanceof Error && 'code' in error ? error.message : error);
