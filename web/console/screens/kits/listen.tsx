import { Icon } from '../../parts/icon.tsx';
import { useEditing } from './editing.ts';
import type { QuestionDraft } from './kit-draft.ts';

/** Reads out a question as it is stored; one player for all of them. */
export const Listen = ({ question: { key, text } }: { question: QuestionDraft }) => {
  const { stored, speech } = useEditing();
  const isStored = stored.questions.some((one) => one.id === key && one.text === text);
  const isPlaying = speech.playing === key;
  const said = speech.trouble?.question_id === key ? speech.trouble.said : '';
  return (
    <>
      <button
        type="button"
        class="btn listen"
        aria-disabled={!isStored}
        aria-describedby={`heard-${key}`}
        onClick={() => isStored && speech.toggle(key)}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
        {isPlaying ? 'Pause' : 'Listen'}
      </button>
      <p class="meta heard" role="status" id={`heard-${key}`}>
        {isStored ? said : 'Save first: what is stored is read out.'}
      </p>
    </>
  );
};
