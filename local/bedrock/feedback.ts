import { catalogueFor } from './catalogues/languages.ts';
import type { Cue } from './cues.ts';
import type { Shown } from './evidence.ts';

/** What is worth naming first when it is there, and worth asking for first when it is not. */
const WORTH: readonly Cue[] = [
  'tradeoff',
  'reflection',
  'check',
  'number',
  'result',
  'risk',
  'reason',
  'action',
  'people',
  'situation',
  'example',
];
const WANTED: readonly Cue[] = [
  'action',
  'reason',
  'result',
  'tradeoff',
  'check',
  'example',
  'number',
  'risk',
  'people',
  'reflection',
  'situation',
];

/** Cues by how many sentences show them, the worthier first among equals. */
const strongest = (relevant: readonly Shown[]): Cue | undefined =>
  WORTH.map((cue) => ({ cue, count: relevant.filter(({ cues }) => cues.has(cue)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0]?.cue;

/** What is asked for and missing most. */
export const missingCue = (
  relevant: readonly Shown[],
  asked: ReadonlySet<Cue>,
): Cue | undefined => {
  const shown = new Set(relevant.flatMap(({ cues }) => [...cues]));
  return (
    WANTED.find((cue) => asked.has(cue) && !shown.has(cue)) ?? WANTED.find((cue) => !shown.has(cue))
  );
};

/** Two sentences for the candidate: what the answer did, and what one could add. No level in them. */
export const writeFeedback = ({
  relevant,
  asked,
  language,
}: {
  relevant: readonly Shown[];
  asked: ReadonlySet<Cue>;
  language: string;
}): { strength: string; tip: string } => {
  const { feedback } = catalogueFor(language);
  const cue = strongest(relevant);
  const missing = missingCue(relevant, asked);
  return {
    strength: cue ? feedback.strength[cue] : feedback.nothing,
    tip: missing ? feedback.tip[missing] : feedback.complete,
  };
};
