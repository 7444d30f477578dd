import { dayAndTime, minutesOf } from '../../../time.ts';
import { MarkedText } from './marked-text.tsx';
import { marksOf } from './marks.ts';
import type { Answer, Asked, Assessment, ReadingProps } from './read.ts';

interface AnswerTextProps extends ReadingProps {
  asked: Asked;
  answer: Answer | undefined;
  reading: Assessment | null;
}

/** An answer as it was written, with what was quoted from it; or that there is none. */
export const AnswerText = ({ asked, answer, reading, interview, zone }: AnswerTextProps) => {
  if (!answer) return <h3>Not answered</h3>;
  const { response_text: text, answered_at, took_s, assessment } = answer;
  const { strength, tip } = assessment?.feedback ?? {};
  return (
    <>
      <h3>
        Answer{' '}
        <span class="meta">
          {dayAndTime(answered_at, zone)}
          {took_s !== undefined && `, after ${minutesOf(took_s)} min`}
        </span>
      </h3>
      <MarkedText
        text={text}
        marks={marksOf(text, asked.question.rubric.criteria, reading)}
        id={asked.id}
        lang={interview.language}
      />
      {(strength || tip) && (
        <details>
          <summary>What the candidate was told</summary>
          <p class="meta" dir="auto" lang={interview.language}>
            {strength} {tip}
          </p>
        </details>
      )}
    </>
  );
};
