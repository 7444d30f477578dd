import { type Counted, localInterview } from './local-interview.ts';
import type { Bench, Measure } from './measure.ts';

/** Which requests share a gate. `complete` seals before it evaluates: docs/adr/001. */
const groups: { what: string; gate: number; requests: string[] }[] = [
  {
    what: 'round trips of reading endpoints',
    gate: 1,
    requests: [
      'get-interview',
      'get-link',
      'open-interview',
      'view-interview',
      'start-interview, resumed',
      'generate-link, repeated',
      'complete-interview, repeated',
    ],
  },
  {
    what: 'round trips of writing endpoints',
    gate: 2,
    requests: [
      'create-interview',
      'start-interview, first',
      'save-draft',
      'request-accommodation',
      're-evaluate-interview',
    ],
  },
  { what: 'round trips of submit-response', gate: 3, requests: ['submit-response'] },
  { what: 'round trips of complete-interview', gate: 3, requests: ['complete-interview'] },
  {
    what: 'round trips of links, with the job’s competencies',
    gate: 3,
    requests: ['generate-link, job known', 'regenerate-link, before the start'],
  },
  {
    what: 'round trips of the first link of a job',
    gate: 4,
    requests: ['generate-link, first of its job'],
  },
];

const describe = ({ request, round_trips, read_spending }: Counted) =>
  `${request} ${round_trips}${read_spending ? ' (and the day’s spending)' : ''}`;

export const roundTrips: Bench = {
  name: 'round-trips',
  about: 'requests to DynamoDB in an interview on the embedded stack',
  measure: async () => {
    const { counted } = await localInterview();
    return groups.map(({ what, gate, requests }): Measure => {
      const own = counted.filter(({ request }) => requests.includes(request));
      if (requests.some((request) => !own.some((one) => one.request === request))) {
        throw new Error(`Not every request of "${what}" was counted`);
      }
      return {
        what,
        value: Math.max(...own.map(({ round_trips }) => round_trips)),
        unit: 'round trips',
        gate,
        reach: null,
        basis: `the highest of: ${[...new Set(own.map(describe))].join(', ')}`,
      };
    });
  },
};
