import type { Words } from '../named.ts';

/** What happened, in numbers. */
export const reports = {
  from: ['The first day (UTC)', '2026-11-01'],
  to: ['The last day (UTC), which belongs to it', '2026-11-30'],
  days: 'One entry for each day, also where nothing happened',
  date: ['The day (UTC)', '2026-11-24'],
  totals: 'All days together',
  linked: ['Interviews that got their first link', 12],
  opened: ['Interviews whose page was opened for the first time', 11],
  started: ['Interviews that were started', 10],
  completed: ['Interviews that were completed', 9],
  expired: [
    'Interviews whose link expired without a start; not those whose time was moved since',
    1,
  ],
  cancelled: ['Interviews that were cancelled', 1],
  cost_usd: ['What interviews have cost at list prices, without their kits, in US dollars', 0.42],
  waiting_for_decision: ['Completed on these days and without a review so far', 4],
  scores: 'How many have which score, in ten bands',
  answer_times: 'How long candidates took from a question to its answer',
  bands: 'How many took how long',
  count: ['How many', 3],
  over_s: ['Longer than this, in seconds', 60],
  up_to_s: ['Up to this, in seconds; null for the last band, which has no end', 120],
  median_s: ['The median in seconds, as precisely as the bands allow; null without answers', 96],
} as const satisfies Record<string, Words>;
