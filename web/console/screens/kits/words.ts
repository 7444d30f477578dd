import { jobDefaults } from '../../../../shared/domain/defaults.ts';
import type { Shown } from '../../parts/status.tsx';
import type { Kit } from './kit-draft.ts';

/** The state of a version, with its number. */
export const versionState = (status: 'draft' | 'approved', version: number): Shown =>
  status === 'approved'
    ? { word: `Approved, version ${version}`, icon: 'done', tone: 'ok' }
    : { word: `Draft, version ${version}`, icon: 'scheduled' };

/** The languages that have a voice. */
export const languages = [
  jobDefaults.language,
  'en-GB',
  'ar-AE',
  'de-DE',
  'es-ES',
  'es-MX',
  'fr-FR',
  'hi-IN',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
] as const;

/** How long an interview takes, at about four minutes a question. */
export const minutesOf = (questions: number): string => `About ${questions * 4} minutes`;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

type Provenance = Kit['provenance'][number];

/** Who wrote a kit, as far as a model did: each model and prompt once. */
export const writersOf = (provenance: readonly Provenance[]): string[] => {
  const said = provenance.map(({ evaluator, model_id, prompt_version }) =>
    evaluator === 'offline'
      ? 'Demonstration: written offline, without a language model'
      : `${model_id}, prompt ${prompt_version}`,
  );
  return [...new Set(said)];
};

/** Who made something, as far as this person may know. */
export const whoOf = (actor: string, user_id: string): string => {
  const [kind, id] = actor.split(':');
  if (kind === 'machine') return `The program ${id}`;
  return id === user_id ? 'You' : 'A colleague';
};
