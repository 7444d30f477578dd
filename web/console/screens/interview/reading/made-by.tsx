import type { ComponentChildren } from 'preact';
import { dayAndTime } from '../../../time.ts';
import type { Provenance } from './read.ts';

const number = new Intl.NumberFormat('en');

export interface MadeByProps {
  /** `Read` or `Written`. */
  act: string;
  provenance: Provenance;
  zone: string;
  /** When it was stored, ISO 8601; by default when it was made. */
  at?: string | undefined;
  children?: ComponentChildren;
}

/** What made a text or a reading: its model, prompt and tokens, and when. */
export const MadeBy = ({ act, provenance, zone, at, children }: MadeByProps) => {
  const { evaluator, model_id, prompt_version, input_tokens, output_tokens, made_at } = provenance;
  const when = dayAndTime(at ?? made_at, zone);
  return (
    <p class="prov meta">
      {evaluator === 'offline' ? (
        `${act} without a language model`
      ) : (
        <>
          {act} by AI: <code>{model_id}</code>
        </>
      )}
      {model_id !== 'none' && `, prompt version ${prompt_version}`}
      {input_tokens + output_tokens > 0 &&
        `, ${number.format(input_tokens)} tokens in and ${number.format(output_tokens)} out`}
      , {when}.{children}
    </p>
  );
};
