import { useEffect } from 'preact/hooks';
import { save } from '../../../candidate/runner/save.ts';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { ErrorSummary } from '../../parts/problem.tsx';
import { to } from '../../router.ts';
import { columnsExplained } from './columns-explained.ts';
import { templateFile } from './import-files.ts';

/** Takes a file that is dropped anywhere: beside the field, the browser would leave the page for it. */
const useDropped = (onFile: (file: File) => void) => {
  useEffect(() => {
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.type === 'drop' && event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    for (const type of ['dragover', 'drop'] as const) document.addEventListener(type, drop);
    return () => {
      for (const type of ['dragover', 'drop'] as const) document.removeEventListener(type, drop);
    };
  }, [onFile]);
};

export interface ChooseFileProps {
  /** Why the last file could not be used. */
  problem: string | null;
  onFile(file: File): void;
}

/** The first step of an import: the file, and what it may hold. */
export const ChooseFile = ({ problem, onFile }: ChooseFileProps) => {
  useDropped(onFile);
  return (
    <Page
      title="Many interviews, from a CSV file"
      lede="The file is read here, in your browser. Nothing is sent before you have seen the check."
      crumbs={
        <>
          <a href={to('/')}>Interviews</a>
          <a href={to('/interviews/new')}>New interview</a>
        </>
      }
      hasError={problem !== null}
    >
      <div class="card form">
        <ErrorSummary wrong={problem === null ? [] : [{ message: problem, field: 'file' }]} />
        <Field
          id="file"
          label="CSV file"
          hint="Choose it, or drop it anywhere on this page. Up to 5 MB, with a first line that names the columns."
          error={problem ?? undefined}
        >
          {(tied) => (
            <input
              {...tied}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) onFile(file);
                // So that the same file, corrected, can be chosen again.
                currentTarget.value = '';
              }}
            />
          )}
        </Field>
        <div class="actions">
          <button
            type="button"
            class="btn"
            onClick={() => save('interviews.csv', 'text/csv', templateFile(new Date()))}
          >
            Download a file to begin with
          </button>
        </div>
      </div>
      <section class="block" aria-labelledby="columns">
        <h2 id="columns">Columns</h2>
        <div class="card">
          <dl class="facts columns">
            {columnsExplained.map(([column, words]) => (
              <>
                <dt>
                  <code>{column}</code>
                </dt>
                <dd>{words}</dd>
              </>
            ))}
          </dl>
        </div>
      </section>
    </Page>
  );
};
