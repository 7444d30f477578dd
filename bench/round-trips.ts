import { type Counted, localInterview, slowCall } from './local-interview.ts';
import type { Bench, Measure } from './measure.ts';

/** Which requests share a gate. `complete` seals before it evaluates: docs/adr/001. */
const groups: { what: string; gate: number; requests: string[] }[] = [
  {
    what: 'round trips of reading endpoints',
    gate: 1,
    requests: [
      'get-interview',
      'export-interview',
      'list-audit',
      'list-interviews',
      'report-interviews',
      'list-kits',
      'get-kit',
      'get-link',
      'open-interview',
      'view-interview, again',
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
      'view-interview, first',
      'start-interview, first',
      'save-draft',
      'request-accommodation',
      're-evaluate-interview',
      'revise-kit',
      'approve-kit',
      'archive-kit',
    ],
  },
  { what: 'round trips of submit-response', gate: 3, requests: ['submit-response'] },
  { what: 'round trips of complete-interview', gate: 3, requests: ['complete-interview'] },
  {
    // The lease on it, a look whether another request was faster, and giving it back: docs/adr/015.
    what: 'round trips of a link with a model call of its own',
    gate: 7,
    requests: ['generate-link, job known, with a résumé'],
  },
  {
    what: 'round trips of generate-link with a known kit',
    gate: 4,
    requests: ['generate-link, job known'],
  },
  {
    what: 'round trips of a link with the kit that is the interview’s own',
    gate: 3,
    requests: ['generate-link, of a kit', 'regenerate-link, before the start'],
  },
];

const describe = ({ request, round_trips, read_spending }: Counted) =>
  `${request} ${round_trips}${read_spending ? ' (and the day’s spending)' : ''}`;

/** The link for the second candidate of a job: what a kit saves. */
const secondCandidate = (counted: readonly Counted[]): Measure[] => {
  const of = (request: string) => {
    const found = counted.find((one) => one.request === request);
    if (!found) throw new Error(`${request} was not counted`);
    return found;
  };
  const calls = (what: string, request: string, gate: number): Measure => ({
    what,
    value: of(request).model_calls,
    unit: 'calls',
    gate,
    reach: null,
    basis: `calls to a model by ${request}`,
  });
  const [first, second] = [of('slow model, first'), of('slow model, second')];
  return [
    {
      what: 'link for the second candidate of a job ÷ for the first',
      value: second.took / first.took,
      unit: '×',
      gate: 0.05,
      reach: 0.02,
      basis: `${Math.round(second.took)} and ${Math.round(first.took)} ms with a model that takes ${slowCall} ms a call`,
    },
    calls('model calls for it, without a résumé', 'generate-link, job known', 0),
    calls('model calls for it, with one', 'generate-link, job known, with a résumé', 1),
  ];
};

export const roundTrips: Bench = {
  name: 'round-trips',
  about: 'requests to DynamoDB in an interview on the embedded stack',
  measure: async () => {
    const { counted } = await localInterview();
    const trips = groups.map(({ what, gate, requests }): Measure => {
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
    return [...trips, ...secondCandidate(counted)];
  },
};
