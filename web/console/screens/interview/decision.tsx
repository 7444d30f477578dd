import { useState } from 'preact/hooks';
import { useKept } from '../../kept.ts';
import { Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ErrorSummary, type Wrong, wrongOf, wrongWith } from '../../parts/problem.tsx';
import { decisions } from '../../parts/status.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { useUnsaved } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { type DoingProps, useDoing } from './doing.ts';
import { Reviews } from './reviews.tsx';

type Choice = keyof typeof decisions;
const choices = Object.keys(decisions) as Choice[];

interface Written {
  choice: Choice | null;
  reason: string;
  own: string;
}
const nothing: Written = { choice: null, reason: '', own: '' };

const fields = {
  decision: ['decide-advance', 'A decision'],
  reason: ['reason', 'The reason'],
  score: ['own', 'Your own score'],
} as const;

/** What the API would refuse with less to say. */
const missing = ({ choice, own }: Written): Wrong[] => [
  ...(choice
    ? []
    : [{ message: 'Choose what happens with this candidate', field: 'decide-advance' }]),
  ...(/^\d*$/.test(own.trim())
    ? []
    : [{ message: 'Your own score must be a whole number from 0 to 100', field: 'own' }]),
];

/** The decision of a person about a completed interview; earlier ones stand below. */
export const Decision = (props: DoingProps) => {
  const { interview, zone } = props;
  const { interview_id, evaluation } = interview;
  const [written, setWritten] = useKept(`decision ${interview_id}`, nothing);
  const [local, setLocal] = useState<Wrong[]>([]);
  const [said, setSaid] = useState('');
  const doing = useDoing({ ...props, say: setSaid });
  const { choice, reason, own } = written;
  useUnsaved(reason ? 'The decision is not recorded yet. Leave this page all the same?' : null);
  const wrong = local.length > 0 ? local : wrongOf(doing.error, fields);
  const send = async () => {
    const found = missing(written);
    setLocal(found);
    setSaid('');
    if (found.length > 0 || !choice) return;
    const body = {
      interview_id,
      decision: choice,
      reason,
      ...(own.trim() && { score: Number(own) }),
    };
    const done = await doing.run(() => talaro.reviewInterview(body), 'Recorded. It stands below.');
    if (done) setWritten(nothing);
  };
  return (
    <form
      class="card form decision"
      aria-labelledby="decision"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div>
        <h2 id="decision">Decision</h2>
        <p class="lede">
          A person decides, from the answers. The score stands beside it and decides nothing.
        </p>
      </div>
      <ErrorSummary wrong={wrong} />
      <fieldset>
        <legend>What happens with this candidate?</legend>
        <div class="choice three">
          {choices.map((value) => (
            <label key={value} class="tile">
              <input
                type="radio"
                id={`decide-${value}`}
                name="decision"
                checked={choice === value}
                onChange={() => setWritten({ ...written, choice: value })}
              />
              <span class="st">
                <Icon name={decisions[value].icon} />
                {decisions[value].word}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        id="reason"
        label="Reason"
        hint="Required. What in the answers led to it. The candidate may ask for this text."
        error={wrongWith(wrong, 'reason')}
      >
        {(tied) => (
          <textarea
            readOnly={doing.isWorking}
            {...tied}
            rows={4}
            aria-required="true"
            value={reason}
            onInput={({ currentTarget }) => setWritten({ ...written, reason: currentTarget.value })}
          />
        )}
      </Field>
      <TextInput
        id="own"
        label="Your own score, 0 to 100 (optional)"
        hint={`Shown beside the computed ${evaluation?.score ?? 'one'}. It replaces it nowhere.`}
        inputMode="numeric"
        value={own}
        onValue={(next) => setWritten({ ...written, own: next })}
        error={wrongWith(wrong, 'own')}
      />
      <div class="actions">
        <button type="submit" class="btn primary" aria-disabled={doing.isWorking}>
          Record decision
        </button>
        <span class="meta" role="status">
          {said || 'Can be added to, not changed.'}
        </span>
      </div>
      <Reviews reviews={interview.reviews} zone={zone} />
    </form>
  );
};
