import { type Mark, segmentsOf } from './marks.ts';

interface MarkedTextProps {
  text: string;
  marks: readonly Mark[];
  /** Of the answer's row: a criterion has it with its letter. */
  id: string;
  lang: string;
}

const classOf = (on: readonly Mark[]): string | undefined => {
  if (on.some(({ isWarning }) => isWarning)) return 'against';
  return on.length > 1 ? 'several' : undefined;
};

const Letter = ({ mark, id }: { mark: Mark; id: string }) => (
  <>
    {'\u2060'}
    <a class="ref" href={`#${id}-${mark.letter}`}>
      <span class="away">{mark.isWarning ? 'Warning sign for ' : 'Quoted for '}</span>
      {mark.letter}
    </a>
  </>
);

/** A text as it was written, each quoted passage marked, with the letter of its criterion at its end. */
export const MarkedText = ({ text, marks, id, lang }: MarkedTextProps) => (
  <p class="as-written" dir="auto" lang={lang}>
    {segmentsOf(text, marks).map((segment, index) => (
      <span key={index}>
        {segment.on.length > 0 ? (
          <mark class={classOf(segment.on)}>{segment.text}</mark>
        ) : (
          segment.text
        )}
        {segment.ended.map((mark) => (
          <Letter key={`${mark.letter} ${mark.start} ${mark.isWarning}`} mark={mark} id={id} />
        ))}
      </span>
    ))}
  </p>
);
