import type { IconName } from '../../parts/icon.tsx';
import { dayAndTime } from '../../time.ts';
import type { Shown } from './shown.ts';

export interface Step {
  kind: 'past' | 'now' | 'next';
  icon: IconName;
  words: string;
  /** When, or until when; empty where there is nothing to say. */
  when: string;
}

const completed: Record<NonNullable<Shown['completed_by']>, string> = {
  candidate: 'Completed',
  recruiter: 'Closed by a recruiter',
  expiry: 'Closed when the link expired',
};

const icons = { past: 'done', now: 'progress', next: 'scheduled' } as const;

const step = (words: string, at: string | null | undefined, zone: string): Step => {
  const kind = at ? 'past' : 'next';
  return { kind, icon: icons[kind], words, when: at ? dayAndTime(at, zone) : '' };
};

/** How many questions are answered, and when the last answer came. */
const answering = ({ session, responses, status }: Shown, zone: string): Step => {
  const { answered_questions: answered = 0, total_questions: total = 0 } = session ?? {};
  const newest = responses
    .map(({ answered_at }) => answered_at)
    .sort()
    .at(-1);
  const kind = status === 'in_progress' ? 'now' : answered > 0 ? 'past' : 'next';
  const words = total > 0 ? `${answered} of ${total} answered` : 'Answered';
  return { kind, icon: icons[kind], words, when: newest ? dayAndTime(newest, zone) : '' };
};

const ending = (interview: Shown, zone: string): Step => {
  const { status, cancelled_at, completed_at, completed_by = 'candidate', link } = interview;
  if (status === 'cancelled') {
    return { ...step('Cancelled', cancelled_at, zone), kind: 'past', icon: 'cancelled' };
  }
  if (status === 'completed') return step(completed[completed_by], completed_at, zone);
  const until = link.expires_at ? `until ${dayAndTime(link.expires_at, zone)}` : '';
  return { ...step('Complete', null, zone), when: until };
};

/**
 * How far an interview is. "Opened" is the page in a browser that runs it: programs that only load a
 * link do not count.
 */
export const stepsOf = (interview: Shown, zone: string): Step[] => {
  const { link, linked_at, opened_at, session } = interview;
  const made = link.generation > 1 ? `Link ${link.generation} made` : 'Link made';
  return [
    step(made, link.created_at ?? linked_at, zone),
    step('Opened', opened_at, zone),
    step('Started', session?.started_at, zone),
    answering(interview, zone),
    ending(interview, zone),
  ];
};
