import { useEffect, useRef } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { useKeptInTab } from '../../kept-in-tab.ts';
import { Page } from '../../parts/page.tsx';
import { ErrorSummary, wrongOf } from '../../parts/problem.tsx';
import { navigate, to, useUnsaved } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { NewKitFields } from './new-kit-fields.tsx';
import {
  adviceOn,
  emptyKit,
  keyFor,
  kitSent,
  type NewKitValues,
  type SentAs,
} from './new-kit-values.ts';
import { useWaiting } from './waiting.ts';

interface Kept {
  values: NewKitValues;
  sent: SentAs | null;
}

const fields = {
  job_title: ['job_title', 'The job title'],
  job_description: ['job_description', 'The job’s text'],
  language: ['language', 'The language'],
  question_count: ['question_count', 'The number of questions'],
} as const;

const fieldsOf = (values: NewKitValues) => {
  const given = values.questions.flatMap((text, n) => (text.trim() === '' ? [] : n));
  const own = given.map((n, sent) => [
    `questions.${sent}.text`,
    [`own-${n}`, `Your question ${n + 1}`] as const,
  ]);
  return { ...fields, ...Object.fromEntries(own) };
};

const progress = (seconds: number) =>
  seconds < 10
    ? 'Writing competencies, questions and rubrics.'
    : 'Still writing. It takes up to half a minute; what you typed is kept.';

/** Has a kit written from a job’s text. */
export const NewKitScreen = () => {
  const [kept, setKept] = useKeptInTab<Kept>('new-kit');
  const { values, sent } = kept ?? { values: emptyKit, sent: null };
  const { run, error, isWorking } = useActing();
  const seconds = useWaiting(isWorking, [1, 10]);
  const isTyped = JSON.stringify(values) !== JSON.stringify(emptyKit);
  useUnsaved(
    isWorking
      ? 'The kit is being written. It will stand in the list of kits once it is done. Leave?'
      : null,
  );
  const wrong = wrongOf(error, fieldsOf(values));
  const advice = error && adviceOn(error.code);
  const send = async () => {
    const sentAs = keyFor(sent, values);
    setKept({ values, sent: sentAs });
    const options = { idempotency_key: sentAs.key };
    const made = await run(async () => {
      const { kit_id } = await talaro.createKit(kitSent(values), options);
      created.current = kit_id;
    });
    if (made) setKept(null);
  };
  const created = useRef<string | null>(null);
  // After the guard of a kit that is being written is gone.
  useEffect(() => {
    if (!isWorking && created.current) navigate(to(`/kits/${created.current}`), { replace: true });
  }, [isWorking]);
  return (
    <Page
      title="New kit"
      crumbs={<a href={to('/kits')}>Kits</a>}
      hasError={wrong.length > 0}
      lede="Paste the job’s text. You get competencies, questions and what to look for in each answer, as a draft that you can change."
    >
      <form
        class="card form kit-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary wrong={wrong} />
        {advice && <p class="notice warn">{advice}</p>}
        <NewKitFields
          values={values}
          wrong={wrong}
          isReadOnly={isWorking}
          onValues={(next) => setKept({ values: next, sent })}
        />
        <div class="actions">
          <button type="submit" class="btn primary" aria-disabled={isWorking}>
            {error && error.issues.length === 0 ? 'Try again' : 'Write the kit'}
          </button>
          {isTyped && !isWorking && (
            <button
              type="button"
              class="btn plain"
              onClick={() => {
                setKept(null);
                document.getElementById('job_title')?.focus();
              }}
            >
              Empty the form
            </button>
          )}
        </div>
        <p class="progress" role="status">
          {isWorking && seconds > 0 && progress(seconds)}
        </p>
      </form>
    </Page>
  );
};
