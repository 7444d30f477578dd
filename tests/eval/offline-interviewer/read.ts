import { answerOffline } from '../../../local/bedrock/offline.ts';

/** A rubric of a technical question, worded as a model might word it. */
export const cacheRubric = {
  version: 1,
  criteria: [
    {
      id: 'diagnosis',
      name: 'Finding what is stale',
      anchors: {
        1: 'Guesses.',
        3: 'Looks at what the cache holds.',
        5: 'Compares cache and database, and finds which write left the entry stale.',
      },
      evidence_wanted: [
        'compares the cached entry with the database',
        'looks at expiry times and at invalidation after writes',
        'reproduces it with a test',
      ],
      weight: 0.6,
    },
    {
      id: 'remedy',
      name: 'Choosing a remedy',
      anchors: {
        1: 'Restarts the server.',
        3: 'Shortens the expiry time.',
        5: 'Invalidates on write, weighs the load on the database, and measures the hit rate.',
      },
      evidence_wanted: [
        'invalidates entries when they are written',
        'weighs the load on the database',
        'measures the hit rate before and after',
      ],
      weight: 0.4,
    },
  ],
};
export const cacheQuestion =
  'Customers see old prices although they were changed an hour ago. How do you find and fix it?';

export const weakAnswer = 'I would restart the cache server, and then the prices are new.';
export const middlingAnswer =
  'I look at what the cache holds for one price and compare it with the database. Then I make the expiry shorter, say five minutes. I check it again afterwards.';
export const strongAnswer =
  'First I take one product and compare the cached entry with the row in the database, to see that it is the cache. Then I look at the TTL and at where prices are written: mostly one code path forgets to invalidate the key. I reproduce that with a test that changes a price and reads it back. The fix is to invalidate on every write instead of a shorter TTL, because a short one would send 40 times the reads to Postgres. I measure the hit rate before and after, and we keep an alert on stale reads.';

export const cacheRequest = (answer: string) => ({
  settings: '{"language":"en-US"}',
  question: cacheQuestion,
  rubric: JSON.stringify(cacheRubric),
  answer,
});

/** An assessment as the assess_answer task returns it. */
export interface Reading {
  criteria: { criterion_id: string; quotes: string[]; level: number }[];
  feedback: { strength: string; tip: string };
  instructions_in_answer: boolean;
}

export const read = (blocks: Record<string, string>): Reading =>
  answerOffline('assess_answer', blocks) as Reading;

export const readCache = (answer: string): Reading => read(cacheRequest(answer));

export const levelsOf = ({ criteria }: Reading): number[] => criteria.map(({ level }) => level);

/** Points 0–100 by the weights of a rubric. */
export const pointsOf = (
  reading: Reading,
  { criteria }: { criteria: readonly { id: string; weight: number }[] },
): number =>
  reading.criteria.reduce(
    (sum, { criterion_id, level }) =>
      sum + (criteria.find(({ id }) => id === criterion_id)?.weight ?? 0) * (level - 1) * 25,
    0,
  );
