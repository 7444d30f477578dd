import { numberOf } from './machine/session.ts';
import type { Page } from './page.ts';

const heading = ({ speech, state }: Page): string => {
  const { say } = speech;
  const { screen, session, writing, help } = state;
  if (help) return say('helpTitle');
  switch (screen.name) {
    case 'loading':
      return say('opening');
    case 'early':
      return say('earlyTitle');
    case 'closed':
      return say(`${screen.reason}Title`);
    case 'elsewhere':
      return say('elsewhereTitle');
    case 'welcome':
      return say('welcomeTitle', { role: state.opened?.job_title ?? '' });
    case 'practice':
      return say('practiceTitle');
    case 'question':
    case 'feedback': {
      if (!session) return say('interview');
      const id = screen.name === 'feedback' ? screen.question_id : (writing?.question_id ?? '');
      const key = screen.name === 'feedback' ? 'feedbackTitle' : 'questionOf';
      return say(key, { number: numberOf(session, id), total: session.total_questions });
    }
    case 'finishing':
      return say('finishingTitle');
    case 'evaluating':
      return say('evaluatingTitle');
    case 'complete':
      return say('completeTitle');
  }
};

/** Whether something the person did needs mending first. */
export const hasProblem = ({ screen, help }: Page['state']) =>
  help ? help.problem !== null : 'problem' in screen && screen.problem !== null;

/** The document's title: an error first, then the step, then who asks. */
export const titleOf = (page: Page): string =>
  [
    hasProblem(page.state) && page.speech.say('error'),
    [heading(page), page.brand?.employer_name].filter(Boolean).join(' – '),
  ]
    .filter(Boolean)
    .join(': ');

/** What stays the same while the person is on one step: when it changes, so does the focus. */
export const stepOf = ({ screen, writing, help }: Page['state']): string => {
  if (help) return `help ${help.status === 'sent'}`;
  if (screen.name === 'closed') return `closed ${screen.reason}`;
  if (screen.name === 'question') return `question ${writing?.question_id}`;
  if (screen.name === 'feedback') return `feedback ${screen.question_id}`;
  return screen.name;
};
