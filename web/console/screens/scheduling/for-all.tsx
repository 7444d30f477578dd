import { useState } from 'preact/hooks';
import { momentOf } from '../../../../client/zoned-time.ts';
import { SelectInput } from '../../parts/select-input.tsx';
import { TextInput } from '../../parts/text-input.tsx';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import type { ForAll } from './import-rows.ts';
import { type KitSummary, kitNames } from './kit-names.ts';

export interface ForAllFieldsProps {
  forAll: ForAll;
  kits: readonly KitSummary[];
  /** Whether a row lacks what is chosen here. */
  isNeeded: boolean;
  change(part: Partial<ForAll>): void;
}

/** What holds for every row that does not say otherwise. */
export const ForAllFields = ({ forAll, kits, isNeeded, change }: ForAllFieldsProps) => {
  const [isOpen] = useState(isNeeded);
  const at = new Date(momentOf(forAll.starts, forAll.zone) ?? Date.now());
  return (
    <details class="card for-all" open={isOpen}>
      <summary>What the file does not say</summary>
      <div class="form">
        <div class="pair wide">
          <SelectInput
            id="all-kit"
            label="Kit of rows without one"
            value={forAll.kit_id}
            choices={[['', 'None'], ...kitNames(kits)]}
            onValue={(kit_id) => change({ kit_id })}
          />
          <ZoneSelect
            id="all-zone"
            label="Times without a zone are in"
            zone={forAll.zone}
            at={at}
            onZone={(zone) => change({ zone })}
          />
        </div>
        <div class="pair wide">
          <TextInput
            id="all-starts"
            label="Rows without times open"
            type="datetime-local"
            value={forAll.starts}
            onValue={(starts) => change({ starts })}
          />
          <TextInput
            id="all-ends"
            label="Rows without times close"
            type="datetime-local"
            value={forAll.ends}
            onValue={(ends) => change({ ends })}
          />
        </div>
      </div>
    </details>
  );
};
