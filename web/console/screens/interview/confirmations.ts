import { counted, isolated, type Shown, sentence } from './shown.ts';

/** A question before something is done. */
export interface Question {
  title: string;
  /** What it does, in the button. */
  action: string;
  /** The way out, in the other button. */
  keep: string;
  isDangerous: boolean;
  /** What stops, what stays, and what the person has to do next. */
  says: string[];
  /** What was done, once it is. */
  done: string;
}

/** What the candidate has written so far: `three answers and a draft`. */
const written = ({ responses, unsent_drafts }: Shown): string => {
  const drafts = unsent_drafts.length > 0 && counted(unsent_drafts.length, 'draft');
  const answers = counted(responses.length, 'answer');
  if (!drafts) return answers;
  return responses.length > 0 ? `${answers} and ${drafts}` : drafts;
};
const hasWritten = ({ responses, unsent_drafts }: Shown) =>
  responses.length + unsent_drafts.length > 0;

const stops = ({ candidate_name }: Shown) =>
  `The link ${isolated(candidate_name)} has now stops at once, also on a page that is open.`;

/** Before the link is replaced. */
export const replacing = (interview: Shown): Question => ({
  title: 'Make a new link?',
  action: 'Make a new link',
  keep: 'Keep this link',
  isDangerous: true,
  says: [
    stops(interview),
    hasWritten(interview)
      ? `${sentence(written(interview))} so far: everything stays.`
      : 'Nothing has been answered yet. The questions are those of the kit’s newest version.',
    'You have to send the new link yourself.',
  ],
  done: 'There is a new link, and the old one has stopped. Send the new one.',
});

/** Before an interview in progress is completed on the candidate's behalf. */
export const closing = (interview: Shown): Question => {
  const { candidate_name, session, responses, unsent_drafts } = interview;
  const open = (session?.total_questions ?? 0) - responses.length;
  return {
    title: 'Close and evaluate?',
    action: 'Close and evaluate',
    keep: 'Leave it open',
    isDangerous: true,
    says: [
      `The link stops at once: ${isolated(candidate_name)} can write no more. This cannot be undone.`,
      responses.length === 0
        ? 'There are no answers, so there will be no score, and a person has to see to it.'
        : `${sentence(counted(responses.length, 'answer'))} will be evaluated${
            open > 0 ? `; ${counted(open, 'question')} without one will count as not answered` : ''
          }.`,
      ...(unsent_drafts.length > 0
        ? [
            `${sentence(counted(unsent_drafts.length, 'draft'))} will be shown as typed and not sent, and not scored.`,
          ]
        : []),
      'Tell the candidate that it is over, and decide when the evaluation is there.',
    ],
    done: 'The interview is closed.',
  };
};

/** Before an interview is cancelled. */
export const cancelling = (interview: Shown): Question => ({
  title: 'Cancel this interview?',
  action: 'Cancel the interview',
  keep: 'Keep the interview',
  isDangerous: true,
  says: [
    interview.link.status === 'none'
      ? 'It gets no link any more. This cannot be undone: for another try, make a new interview.'
      : 'The link stops at once, and its page says that the interview was cancelled. This cannot be undone: for another try, make a new interview.',
    hasWritten(interview)
      ? `${sentence(written(interview))} so far: everything stays here, and nothing is evaluated.`
      : 'The interview stays in the list, as cancelled.',
    `Nobody is told: write to ${isolated(interview.candidate_name)} yourself.`,
  ],
  done: 'The interview is cancelled.',
});

/** Before answers are evaluated once more. */
export const evaluatingAgain = ({ evaluations, reviews }: Shown): Question => {
  const version = (evaluations.at(-1)?.version ?? 0) + 1;
  return {
    title: 'Evaluate again?',
    action: 'Evaluate again',
    keep: 'Leave it as it is',
    isDangerous: false,
    says: [
      `The evaluation is made anew, as version ${version} of at most 20, and its score is the one shown from then on. It costs about as much as the first.`,
      `${version > 1 ? 'Earlier versions stay' : 'The answers stay'}${
        reviews.length > 0
          ? `, and so ${reviews.length === 1 ? 'does the decision' : 'do the decisions'}`
          : ''
      }. Read the new one before you decide.`,
    ],
    done: 'Another evaluation is on its way.',
  };
};

/** Before a legal hold is set or lifted. */
export const holding = ({ legal_hold }: Shown): Question =>
  legal_hold
    ? {
        title: 'Lift the legal hold?',
        action: 'Lift the hold',
        keep: 'Keep the hold',
        isDangerous: true,
        says: [
          'From then on the interview can be erased again: by an admin, and by itself where its retention has ended.',
        ],
        done: 'The legal hold is lifted.',
      }
    : {
        title: 'Set a legal hold?',
        action: 'Set the hold',
        keep: 'Leave it as it is',
        isDangerous: false,
        says: [
          'Nothing can erase this interview then, neither an admin nor the end of its retention. All else goes on. Lift the hold when its reason is gone.',
        ],
        done: 'The interview is on legal hold.',
      };

/** What erasing takes, an item each. */
export const erased = (interview: Shown): string[] => {
  const { evaluations, reviews, accommodations } = interview;
  return [
    `The name, e-mail address${interview.resume_text ? ', résumé' : ''} and times`,
    'The link, which stops at once',
    `The questions and their sound; ${written(interview)}`,
    `${sentence(counted(evaluations.length, 'evaluation'))} and ${counted(reviews.length, 'decision')}`,
    ...(accommodations.length > 0 ? [sentence(counted(accommodations.length, 'request'))] : []),
    'The audit, and what it added to the reports',
  ];
};
