import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../web/build.ts';
import { messagesWeight, type PageWeight, pageWeight } from '../web/weight.ts';
import type { Bench } from './measure.ts';
import { withoutOutput } from './without-output.ts';

/** Builds the pages into a folder of its own and weighs them. */
const weighed = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-bench-'));
  try {
    await withoutOutput(() => buildWeb(folder));
    return {
      candidate: await pageWeight(folder, 'candidate'),
      console: await pageWeight(folder, 'console'),
      messages: await messagesWeight(folder),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const measured = ({ html, css, js, total }: PageWeight) => ({
  value: total / 1000,
  unit: 'kB gzip' as const,
  basis: `bytes: html ${html}, css ${css}, js ${js}`,
});

export const page: Bench = {
  name: 'page',
  about: 'the size of the candidate’s page and of the console',
  measure: async () => {
    const weights = await weighed();
    const candidate = measured(weights.candidate);
    return [
      {
        ...candidate,
        what: 'candidate page, HTML + CSS + JS',
        gate: 22,
        reach: 15,
        basis: `${candidate.basis}; the messages (JSON, one language at a time) are ${weights.messages} more in English`,
      },
      {
        ...measured(weights.console),
        what: 'console, HTML + CSS + JS of its first screen',
        gate: 90,
        reach: null,
      },
    ];
  },
};
