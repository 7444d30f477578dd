import { useLoaded } from '../../loading.ts';
import { Page } from '../../parts/page.tsx';
import { ErrorSummary, wrongWith } from '../../parts/problem.tsx';
import { to } from '../../router.ts';
import { CandidateSection } from './candidate-section.tsx';
import { everyKit } from './every-kit.ts';
import { JobSection } from './job-section.tsx';
import type { KitSummary } from './kit-names.ts';
import { MadeScreen } from './made.tsx';
import { Meaning } from './meaning.tsx';
import { useNewInterview } from './new-interview-state.ts';
import { Progress } from './progress.tsx';
import { WindowSection } from './window-section.tsx';

const questionsOf = (
  form: { from: string; kit_id: string; question_count: string },
  kits: KitSummary[],
) =>
  form.from === 'job'
    ? Number(form.question_count)
    : (kits.find(({ kit_id }) => kit_id === form.kit_id)?.question_count ?? null);

/** One interview, from a kit or from a job's text. */
export const NewInterviewScreen = () => {
  const kits = useLoaded(everyKit, []);
  const state = useNewInterview(kits.value ?? []);
  const { form, made, wrong, doing, change } = state;
  const isNewJob = form.from === 'job';
  if (made) {
    return (
      <MadeScreen
        made={made}
        doing={doing}
        isNewJob={isNewJob}
        makeLink={() => state.makeLink(made)}
        startOver={state.startOver}
      />
    );
  }
  const section = { form, change, errorOf: (field: string) => wrongWith(wrong, field) };
  return (
    <Page
      title="New interview"
      lede="Talaro sends nothing. You get a link and send it yourself."
      crumbs={<a href={to('/')}>Interviews</a>}
      actions={
        <a class="btn" href={to('/interviews/import')}>
          Many at once, from a CSV file
        </a>
      }
      hasError={wrong.length > 0}
    >
      <form
        class="cols side new"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event as SubmitEvent;
          state.create(!(submitter instanceof HTMLButtonElement && submitter.value === 'no-link'));
        }}
      >
        <div class="card form">
          <ErrorSummary key={state.round} wrong={wrong} />
          <JobSection {...section} kits={kits} />
          <CandidateSection {...section} />
          <WindowSection {...section} />
          <p class="meta">
            What you type stays in this tab until it is sent.{' '}
            <button type="button" class="btn plain" onClick={state.startOver}>
              Start over
            </button>
          </p>
        </div>
        <aside class="card sticky" aria-labelledby="sees">
          <h2 id="sees">What it means</h2>
          <Meaning form={form} questions={questionsOf(form, kits.value ?? [])} />
          <div class="ends rule-s">
            <button type="submit" class="btn primary" aria-disabled={doing !== null}>
              Create and make the link
            </button>
            <button type="submit" class="btn" value="no-link" aria-disabled={doing !== null}>
              Create without a link
            </button>
            <Progress doing={doing} isNewJob={isNewJob} />
          </div>
        </aside>
      </form>
    </Page>
  );
};
