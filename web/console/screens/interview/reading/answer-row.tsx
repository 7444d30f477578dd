import { Status } from '../../../parts/status.tsx';
import { AnswerText } from './answer-text.tsx';
import { Flags } from './flags.tsx';
import { type Outcome, outcomeOf } from './outcome.ts';
import { Player } from './player.tsx';
import { type Asked, type Evaluation, percent, type ReadingProps, readingOf } from './read.ts';
import { ReadBy } from './read-by.tsx';
import { RubricList } from './rubric-list.tsx';

export interface AnswerRowProps extends ReadingProps {
  asked: Asked;
  /** The one whose readings are shown; null while there is none. */
  evaluation: Evaluation | null;
  audio: HTMLAudioElement;
  isFirst: boolean;
}

const Outcomes = (outcome: Outcome) =>
  outcome.kind === 'word' ? (
    <span class="q-word">
      <Status {...outcome.shown} />
    </span>
  ) : (
    <>
      <span class="q-levels num">
        <span class="away">Levels: </span>
        {outcome.levels.join(' ')}
      </span>
      {outcome.score !== null && (
        <span class="q-weight num">
          <span class="away">Score </span>
          {outcome.score}
        </span>
      )}
    </>
  );

const Competency = ({ asked, interview }: Pick<AnswerRowProps, 'asked' | 'interview'>) => {
  const { question, isFollowUp } = asked;
  const known = interview.competencies.find(({ id }) => id === question.competency_id);
  return (
    <span class="q-comp meta">
      <bdi>{known?.name ?? question.competency_id.replaceAll('-', ' ')}</bdi>,{' '}
      {isFollowUp ? 'no weight of its own' : percent(question.weight)}
    </span>
  );
};

/** A question in a line; opened, its answer beside the rubric that it was read by. */
export const AnswerRow = (props: AnswerRowProps) => {
  const { asked, interview, evaluation, zone, audio, isFirst } = props;
  const { question, number, isFollowUp } = asked;
  const answer = interview.responses.find(({ question_id }) => question_id === question.id);
  const reading = readingOf(interview, evaluation, question, answer);
  return (
    <details class="question answer" id={asked.id} open={isFirst}>
      <summary>
        <span class="no">{isFollowUp ? '' : number}</span>
        <span class="q-text" lang={interview.language} dir="auto">
          {isFollowUp && (
            <span class="meta" lang="en">
              Follow-up to {number}
            </span>
          )}
          {question.text}
        </span>
        <Competency asked={asked} interview={interview} />
        <Outcomes {...outcomeOf(asked, interview, answer, reading, evaluation)} />
      </summary>
      <div class="q-body reading">
        <div class="answered">
          <Player audio={audio} url={question.audio_url} name={asked.name} />
          {question.lead_in && (
            <p class="meta">
              Said before it, from the résumé; nothing that scores sees it:{' '}
              <bdi lang={interview.language}>{question.lead_in}</bdi>
            </p>
          )}
          <Flags asked={asked} reading={reading} />
          <AnswerText
            asked={asked}
            answer={answer}
            reading={reading}
            interview={interview}
            zone={zone}
          />
        </div>
        {answer && (
          <RubricList
            asked={asked}
            reading={reading}
            evaluation={evaluation}
            interview={interview}
            answer={answer}
          />
        )}
        {reading && <ReadBy reading={reading} zone={zone} />}
      </div>
    </details>
  );
};
