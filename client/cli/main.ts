#!/usr/bin/env node
import { talaro } from './program.ts';

const stop = new AbortController();
// The second ends the process at once.
process.once('SIGINT', () => stop.abort());
// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
// Not process.exit: what a pipe has not taken yet would be lost.
process.exitCode = await talaro(process.argv.slice(2), stop.signal);
