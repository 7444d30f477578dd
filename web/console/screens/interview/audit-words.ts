import type { Output } from '../../../../client/types.ts';
import { dayAndTime } from '../../time.ts';
import { numberOf } from './progress-rows.ts';

export type Entry = Output<'listAudit'>['items'][number];
type Facts = Entry['facts'];

const number = (fact: Facts[string] | undefined) => (typeof fact === 'number' ? fact : 0);
const word = (fact: Facts[string] | undefined) => String(fact ?? '');

const kinds: Record<string, string> = {
  more_time: 'More time asked for',
  other_format: 'Another format asked for',
  other: 'Something else asked for',
};
const endings: Record<string, string> = {
  recruiter: 'Interview closed on the candidate’s behalf',
  expiry: 'Interview closed, its link had expired',
};
const fields: Record<string, string> = {
  starts_at: 'start',
  ends_at: 'end of the window',
  decision_by: 'day of the decision',
  candidate_name: 'name',
  candidate_email: 'e-mail address',
  resume_text: 'résumé',
  legal_hold: 'legal hold',
  kit_id: 'kit',
  ai_interview_type: 'type',
};

const changed = ({ fields: names, link_deleted }: Facts) => {
  const said = word(names)
    .split(' ')
    .map((name) => fields[name] ?? name.replaceAll('_', ' '));
  return `Changed: ${said.join(', ')}${link_deleted === true ? '; the link was deleted' : ''}`;
};

const assessed = ({ question, status, follow_up }: Facts) => {
  const read = `Answer ${numberOf(number(question))} read`;
  const needs = status === 'needs_human' ? ', needs a person' : '';
  return `${read}${needs}${follow_up === null || follow_up === undefined ? '' : ', follow-up asked'}`;
};

const evaluated = ({ version, score }: Facts) =>
  `Evaluation ${number(version)} stored, ${score === null ? 'no score' : `score ${score}`}`;

const decided = ({ decision, score }: Facts) =>
  `Decision: ${word(decision)}${typeof score === 'number' ? `, own score ${score}` : ''}`;

/** What each event of the contract is called; all else is shown by its own name. */
const events: Record<string, (facts: Facts) => string> = {
  interview_created: () => 'Interview created',
  link_generated: ({ generation }) => `Link made, number ${number(generation)}`,
  link_regenerated: ({ generation }) => `New link made, number ${number(generation)}`,
  page_opened: ({ generation }) => `Page opened with link ${number(generation)}`,
  interview_started: ({ notice_version }) =>
    `Interview started${notice_version ? `, notice ${notice_version} accepted` : ''}`,
  answer_stored: ({ question }) => `Answer ${numberOf(number(question))} stored`,
  answer_assessed: assessed,
  accommodation_requested: ({ kind }) => kinds[word(kind)] ?? 'A request made',
  accommodation_handled: ({ handled }) =>
    handled === false ? 'Request open again' : 'Request handled',
  interview_updated: changed,
  interview_cancelled: () => 'Interview cancelled',
  interview_completed: ({ completed_by }) => endings[word(completed_by)] ?? 'Interview completed',
  evaluation_requested: ({ version }) => `Evaluation ${number(version)} asked for`,
  evaluation_stored: evaluated,
  review_made: decided,
  interview_erased: () => 'Interview erased',
};

/** What happened, in words. */
export const wordsOf = ({ event, facts }: Entry): string =>
  events[event]?.(facts) ?? event.replaceAll('_', ' ');

/** Who did it, in words. */
export const whoOf = ({ actor, actor_name }: Pick<Entry, 'actor' | 'actor_name'>): string => {
  if (actor === 'candidate') return 'Candidate';
  if (actor === 'system') return 'System';
  if (actor_name) return actor.startsWith('machine:') ? `${actor_name}, a program` : actor_name;
  return 'A recruiter';
};

/** What recruiters and programs did after a moment, a sentence each. */
export const changesSince = (audit: readonly Entry[], moment: string, zone: string): string[] =>
  audit
    .filter(({ at, actor }) => Date.parse(at) > Date.parse(moment) && actor.includes(':'))
    .map((entry) => `${wordsOf(entry)} (${whoOf(entry)}, ${dayAndTime(entry.at, zone)})`);
