import type { Output } from '../../../../client/types.ts';

/** All that is known of one interview. */
export type Shown = Output<'getInterview'>;

/** What the parts of the screen are drawn from. */
export interface ShownProps {
  interview: Shown;
  /** The zone in which times are shown. */
  zone: string;
}

/** The first eight characters of its id: what people tell each other on the telephone. */
export const referenceOf = ({ interview_id }: Pick<Shown, 'interview_id'>): string =>
  interview_id.slice(0, 8);

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `three answers`, `one answer`, `no answers`; from eleven on with digits. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${small[count] ?? count} ${count === 1 ? one : many}`;

/** With a capital letter at its beginning. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name inside a sentence: its direction changes nothing around it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A mail to somebody; only the address is taken as it is, and nothing in it can add a header. */
export const mailTo = (email: string, subject: string): string =>
  `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}`;

/** The version of an evaluation that was asked for and is not there yet; null where there is none. */
export const awaitedVersion = ({ audit, evaluations, session }: Shown): number | null => {
  if (session?.status === 'evaluating') return 1;
  const asked = audit.filter(({ event }) => event === 'evaluation_requested').at(-1)?.facts.version;
  return typeof asked === 'number' && asked > (evaluations.at(-1)?.version ?? 0) ? asked : null;
};

/** Whether something may change without anybody in the console. */
export const isLive = (interview: Shown): boolean =>
  interview.session?.status === 'in_progress' && interview.status === 'in_progress'
    ? interview.link.status !== 'none'
    : awaitedVersion(interview) !== null ||
      (interview.status === 'scheduled' && ['not_open', 'open'].includes(interview.link.status));
