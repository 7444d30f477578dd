import { decisions, interviewStates, type Shown as State, Status } from '../../parts/status.tsx';
import { awaitedVersion, type Shown } from './shown.ts';

const evaluating: State = { word: 'Evaluating', icon: 'waiting' };
const needsPerson: State = { word: 'Needs a person', icon: 'alert', tone: 'warn' };

/** The states of an interview, as its line shows them. */
export const statesOf = (interview: Shown): State[] => {
  const { status, link, session, evaluation, decision } = interview;
  if (status === 'scheduled' && link.status === 'expired') return [interviewStates.expired];
  const state = interviewStates[status];
  if (status === 'in_progress') {
    const { answered_questions = 0, total_questions = 0 } = session ?? {};
    return [
      { ...state, word: `${state.word}, ${answered_questions} of ${total_questions} answered` },
    ];
  }
  if (status !== 'completed') return [state];
  return [
    state,
    ...(awaitedVersion(interview) === null ? [] : [evaluating]),
    ...(evaluation?.needs_human ? [needsPerson] : []),
    ...(decision ? [decisions[decision]] : []),
  ];
};

/** Below the name: the job, and how things stand. */
export const StatusLine = ({ interview }: { interview: Shown }) => (
  <>
    <bdi>{interview.job_title}</bdi>
    {statesOf(interview).map((state) => (
      <Status key={state.word} {...state} />
    ))}
    {interview.status === 'completed' && !interview.decision && (
      <span>
        Not decided yet
        <span class="off-paper">
          , <a href="#decision">decide</a>
        </span>
      </span>
    )}
  </>
);
