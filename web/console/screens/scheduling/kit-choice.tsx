import { useState } from 'preact/hooks';
import { languageTitle } from '../../job-words.ts';
import type { Loaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { Status } from '../../parts/status.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { to } from '../../router.ts';
import { type KitSummary, kitNames, kitsNamed, minutesFor } from './kit-names.ts';

/** With more kits than these, one is looked for rather than read. */
const many = 15;

const About = ({ kit }: { kit: KitSummary }) => (
  <p class="picked meta" id="kit-about">
    {kit.status === 'approved' ? (
      <Status icon="done" tone="ok" word={`Approved, version ${kit.version}`} />
    ) : (
      <Status icon="waiting" word={`Draft, version ${kit.version}`} />
    )}
    {kit.status === 'draft' && kit.approved_version && (
      <span>Version {kit.approved_version} is approved</span>
    )}
    <span>{kit.question_count} questions</span>
    <span>About {minutesFor(kit.question_count)} minutes</span>
    <span>{languageTitle(kit.language)}</span>
    <a href={to(`/kits/${kit.kit_id}`)}>Read it</a>
  </p>
);

export interface KitChoiceProps {
  kits: Loaded<KitSummary[]>;
  kit_id: string;
  error: string | undefined;
  onKit(kit_id: string): void;
}

/** A kit to be chosen, with what it holds. */
export const KitChoice = ({ kits, kit_id, error, onKit }: KitChoiceProps) => {
  const [sought, setSought] = useState('');
  if (kits.error) return <Failure error={kits.error} retry={kits.reload} />;
  const all = kits.value ?? [];
  const names = kitNames(all);
  const found = kitsNamed(all, sought);
  const chosen = all.find((kit) => kit.kit_id === kit_id);
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  if (kits.value && all.length === 0) {
    return (
      <p class="notice" id="kit" tabIndex={-1}>
        There is no kit yet. <a href={to('/kits/new')}>Make one</a>, or begin from a job’s text.
      </p>
    );
  }
  return (
    <>
      {all.length > many && (
        <>
          <TextInput
            id="find-kit"
            label="Find a kit"
            type="search"
            value={sought}
            onValue={setSought}
          />
          <p class="away" role="status">
            {sought && `${found.length} kits found`}
          </p>
        </>
      )}
      <Field id="kit" label="Kit" error={error}>
        {(tied) => (
          <>
            <select
              {...tied}
              value={chosen ? kit_id : ''}
              onChange={({ currentTarget }) => onKit(currentTarget.value)}
            >
              <option value="">{kits.value ? 'Choose a kit' : 'Loading the kits'}</option>
              {shown.map((kit) => (
                <option key={kit.kit_id} value={kit.kit_id}>
                  {names.get(kit.kit_id)}
                </option>
              ))}
            </select>
            {chosen ? <About kit={chosen} /> : <p class="picked meta" />}
          </>
        )}
      </Field>
    </>
  );
};
