import type { Loaded } from '../../loading.ts';
import { JobFields } from './job-fields.tsx';
import { KitChoice } from './kit-choice.tsx';
import type { KitSummary } from './kit-names.ts';
import type { SectionProps } from './section.ts';

const ways = [
  ['kit', 'From a kit', 'Questions and rubric are ready'],
  ['job', 'From a job’s text', 'A kit is written and kept'],
] as const;

/** What the interview is about. */
export const JobSection = (props: SectionProps & { kits: Loaded<KitSummary[]> }) => {
  const { form, change, errorOf, kits } = props;
  return (
    <fieldset class="form">
      <legend>
        <h2>Job</h2>
      </legend>
      <div class="choice pair">
        {ways.map(([from, title, about]) => (
          <label class="tile" key={from}>
            <input
              type="radio"
              name="from"
              checked={form.from === from}
              onChange={() => change({ from })}
            />
            <span>
              {title}
              <span class="meta">{about}</span>
            </span>
          </label>
        ))}
      </div>
      {form.from === 'kit' ? (
        <KitChoice
          kits={kits}
          kit_id={form.kit_id}
          error={errorOf('kit')}
          onKit={(kit_id) => change({ kit_id })}
        />
      ) : (
        <JobFields {...props} />
      )}
    </fieldset>
  );
};
