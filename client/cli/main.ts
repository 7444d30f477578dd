#!/usr/bin/env node
import { exits } from './failure.ts';
import { talaro } from './program.ts';
import { note } from './screen.ts';

const stop = new AbortController();
/** For what has to be kept when the work is broken off, in ms. */
const grace = 2_000;
// The second ends the process at once.
process.once('SIGINT', () => {
  stop.abort();
  setTimeout(() => process.exit(exits.interrupted), grace).unref();
});
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as head, is no failure.
  if (code === 'EPIPE') process.exit(exits.fine);
  note(`${message}.`);
  process.exit(exits.failed);
});
// Nobody reads how far the work is: it goes on.
process.stderr.on('error', () => {});
// Not process.exit: what a pipe has not taken yet would be lost.
process.exitCode = await talaro(process.argv.slice(2), stop.signal);
