import { endpoints } from '../../shared/contract/endpoints.ts';
import { type Check, ok } from '../finding.ts';
import type { Site } from '../site.ts';

const rounds = 5;

/** How long an answer takes from here; for information. */
export const latency: Check<Site> = {
  name: 'latency',
  run: async ({ send }) => {
    const times: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const { asked, answered } = await send(endpoints.readHealth.path);
      times.push(answered - asked);
    }
    const [middle, slowest] = [times.toSorted((a, b) => a - b)[rounds >> 1], Math.max(...times)];
    return ok(
      `An answer takes ${middle} ms from here, the slowest of ${rounds} took ${slowest} ms`,
    );
  },
};
