import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { TextField, WeightField } from './fields.tsx';
import type { CriterionDraft } from './kit-draft.ts';
import { Squares } from './squares.tsx';

const levels = [
  { level: 1, field: 'level1' },
  { level: 3, field: 'level3' },
  { level: 5, field: 'level5' },
] as const;

interface CriterionProps {
  /** The path of the API. */
  path: string;
  letter: string;
  criterion: CriterionDraft;
  onCriterion(criterion: CriterionDraft): void;
  /** What moves and removes it. */
  children: preact.ComponentChildren;
}

/** One thing that an answer is judged by. */
export const Criterion = ({ path, letter, criterion, onCriterion, children }: CriterionProps) => {
  const set = (change: Partial<CriterionDraft>) => onCriterion({ ...criterion, ...change });
  return (
    <fieldset class="criterion">
      <legend class="away">
        Criterion {letter}: {criterion.name}
      </legend>
      <div class="crit-head">
        <span class="letter" aria-hidden="true">
          {letter}
        </span>
        <div class="grow">
          <TextField
            id={`${path}.name`}
            label="What is judged"
            value={criterion.name}
            limit={kitLimits.name}
            onValue={(name) => set({ name })}
          />
        </div>
        <WeightField
          id={`${path}.weight`}
          label="Weight"
          value={criterion.weight}
          onValue={(weight) => set({ weight })}
        />
      </div>
      <div class="anchors">
        {levels.map(({ level, field }) => (
          <TextField
            key={level}
            id={`${path}.anchors.${level}`}
            label={<Squares level={level} />}
            value={criterion[field]}
            limit={kitLimits.sentences}
            rows={5}
            onValue={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      <div class="cols two">
        <TextField
          id={`${path}.evidence_wanted`}
          label="Evidence wanted"
          hint="One short phrase a line, up to eight. An answer is quoted for these."
          value={criterion.evidence}
          limit={kitLimits.phrase}
          isPerLine
          rows={4}
          onValue={(evidence) => set({ evidence })}
        />
        <TextField
          id={`${path}.warning_signs`}
          label="Warning signs"
          hint="One quoted from the answer holds this criterion at level 2 or lower."
          value={criterion.warnings}
          limit={kitLimits.phrase}
          isPerLine
          rows={4}
          onValue={(warnings) => set({ warnings })}
        />
      </div>
      {children}
    </fieldset>
  );
};
