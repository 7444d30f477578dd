import { vi } from 'vitest';

/**
 * Captures what the process writes while a test runs. The logger has its own console, so the streams
 * are replaced rather than `console`.
 */
export const captureOutput = () => {
  let written = '';
  const keep = (chunk: string | Uint8Array) => {
    written += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  return {
    text: () => written,
    /** The log lines, parsed. */
    lines: (): Record<string, unknown>[] =>
      written
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
