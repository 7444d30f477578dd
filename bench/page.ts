import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../web/build.ts';
import { type PageWeight, pageWeight } from '../web/weight.ts';
import type { Bench } from './measure.ts';
import { withoutOutput } from './without-output.ts';

/** Builds the page into a folder of its own and weighs it. */
const weighed = async (): Promise<PageWeight> => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-bench-'));
  try {
    await withoutOutput(() => buildWeb(folder));
    return await pageWeight(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

export const page: Bench = {
  name: 'page',
  about: 'the size of the candidate’s page',
  measure: async () => {
    const { html, css, js, total, messages } = await weighed();
    return [
      {
        what: 'candidate page, HTML + CSS + JS',
        value: total / 1000,
        unit: 'kB gzip',
        gate: 22,
        reach: 15,
        basis: `bytes: html ${html}, css ${css}, js ${js}; every script counts; the messages (JSON, one language at a time) are ${messages} more in English`,
      },
    ];
  },
};
