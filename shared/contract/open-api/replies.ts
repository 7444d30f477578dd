import { candidates } from './replies/candidates.ts';
import { interviews } from './replies/interviews.ts';
import { kits } from './replies/kits.ts';
import { people } from './replies/people.ts';
import { reports } from './replies/reports.ts';
import { results } from './replies/results.ts';

/** What the API returns; some of it is also part of what clients send. */
export const replies = { ...kits, ...results, ...interviews, ...candidates, ...people, ...reports };
