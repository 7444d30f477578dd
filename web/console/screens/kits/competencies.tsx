import { kitLimits } from '../../../../shared/domain/kit-limits.ts';
import { useEditing } from './editing.ts';
import { EvenButton } from './even-button.tsx';
import { TextField, WeightField } from './fields.tsx';
import { withCompetency } from './items.ts';
import type { CompetencyDraft } from './kit-draft.ts';
import { AddButton, RowActions } from './row-actions.tsx';
import { SumOf } from './sum.tsx';
import { percentOf, type Sum } from './weights.ts';

const segment = (n: number) => `seg-${(n % 8) + 1}`;

/** The weights beside each other; where they are more than 100, they share the width. */
const Weights = ({ items, shares }: { items: readonly CompetencyDraft[]; shares: number[] }) => {
  const known = shares.map((share) => (Number.isNaN(share) ? 0 : share));
  const width = Math.max(
    1,
    known.reduce((sum, share) => sum + share, 0),
  );
  const starts = known.map((_, n) => known.slice(0, n).reduce((sum, share) => sum + share, 0));
  const said = items.map(({ name }, n) => `${name} ${percentOf(known[n] ?? 0)}`).join(', ');
  const at = (share: number) => `${(share / width) * 100}%`;
  return (
    <svg class="plot weights" height="12" role="img" aria-label={`Weights in percent: ${said}`}>
      {known.map((share, n) => (
        <rect
          key={items[n]?.key}
          class={segment(n)}
          x={at(starts[n] ?? 0)}
          width={at(share)}
          height="12"
        />
      ))}
    </svg>
  );
};

interface CompetenciesProps {
  items: readonly CompetencyDraft[];
  shares: number[];
  sum: Sum;
  onItems(items: CompetencyDraft[]): void;
}

/** What the job requires, and how much each counts. */
export const Competencies = ({ items, shares, sum, onItems }: CompetenciesProps) => {
  const { done } = useEditing();
  const set = (n: number, change: Partial<CompetencyDraft>) =>
    onItems(items.map((item, place) => (place === n ? { ...item, ...change } : item)));
  return (
    <section class="card k-comps" aria-labelledby="competencies">
      <div class="card-head">
        <h2 id="competencies">Competencies</h2>
        <EvenButton things="competencies" items={items} onItems={onItems} />
      </div>
      <Weights items={items} shares={shares} />
      <table role="table" class="rows plain tight comps" aria-label="Competencies and weights">
        <thead role="rowgroup" class="away">
          <tr role="row">
            <th role="columnheader" scope="col">
              Mark
            </th>
            <th role="columnheader" scope="col">
              Competency
            </th>
            <th role="columnheader" scope="col">
              Weight
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map(({ key, name, description, weight }, n) => (
            <tr role="row" key={key}>
              <td role="cell" class="swatch">
                <svg aria-hidden="true" width="12" height="12">
                  <rect class={segment(n)} width="12" height="12" rx="2" />
                </svg>
              </td>
              <td role="cell">
                <TextField
                  id={`competencies.${n}.name`}
                  label={<span class="away">Name of competency {n + 1}</span>}
                  quiet="quiet strong"
                  value={name}
                  limit={kitLimits.name}
                  onValue={(value) => set(n, { name: value })}
                />
                <TextField
                  id={`competencies.${n}.description`}
                  label={<span class="away">Description of competency {n + 1}</span>}
                  quiet="quiet"
                  value={description}
                  limit={kitLimits.sentences}
                  onValue={(value) => set(n, { description: value })}
                />
                <RowActions
                  id={`competency-${key}`}
                  title={`competency ${n + 1}`}
                  items={items}
                  n={n}
                  after="add-competency"
                  canMove={false}
                  onItems={onItems}
                />
              </td>
              <td role="cell" class="num">
                <WeightField
                  id={`competencies.${n}.weight`}
                  label={<span class="away">Weight of competency {n + 1}, in percent</span>}
                  value={weight}
                  onValue={(value) => set(n, { weight: value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <td role="cell" />
            <th role="rowheader" scope="row">
              Sum
            </th>
            <td role="cell" class="num">
              <SumOf sum={{ ...sum, trouble: '' }} isShort />
            </td>
          </tr>
        </tfoot>
      </table>
      {sum.trouble && <p class="sum bad">{sum.trouble}</p>}
      <p class="actions">
        <AddButton
          id="add-competency"
          thing="competency"
          count={items.length}
          most={kitLimits.competencies}
          onAdd={() => {
            onItems(withCompetency(items));
            done(`competencies.${items.length}.name`, `Competency ${items.length + 1} added.`);
          }}
        />
      </p>
    </section>
  );
};
