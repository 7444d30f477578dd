import { useMemo } from 'preact/hooks';
import { usePlace } from '../../../router.ts';
import { AnswerRow } from './answer-row.tsx';
import { askedIn, chosenOf, type ReadingProps } from './read.ts';

/** Every question with its answer and how it was read; nothing while the interview may go on. */
export const Answers = ({ interview, zone }: ReadingProps) => {
  const { query } = usePlace();
  // One for the page: a sound that starts ends the one before.
  const audio = useMemo(() => new Audio(), []);
  const evaluation = chosenOf(interview, query);
  const isOver = interview.status === 'completed' || interview.status === 'cancelled';
  if (!isOver || interview.questions.length === 0) return null;
  return (
    <section class="block" aria-labelledby="answers">
      <div class="card-head">
        <h2 id="answers">Answers</h2>
        <p class="meta">Letters in the text say which criterion a passage was quoted for.</p>
      </div>
      <div class="card flush">
        <div class="answers-head meta" aria-hidden="true">
          <span />
          <span>Question</span>
          <span>Competency</span>
          <span>Levels</span>
          <span>Score</span>
        </div>
        {askedIn(interview).map((asked, index) => (
          <AnswerRow
            key={asked.question.id}
            asked={asked}
            interview={interview}
            evaluation={evaluation}
            zone={zone}
            audio={audio}
            isFirst={index === 0}
          />
        ))}
      </div>
    </section>
  );
};
