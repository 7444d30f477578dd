import { momentOf, momentsOf } from '../../../../client/zoned-time.ts';
import { TextInput } from '../../parts/text-input.tsx';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { cityOf } from '../../time.ts';
import type { SectionProps } from './section.ts';
import { ShortNotice } from './short-notice.tsx';

const twice = (clock: string, zone: string) =>
  momentsOf(clock, zone).length > 1 &&
  `Clocks in ${cityOf(zone)} show this time twice that night; the first is meant.`;

/** When the interview can be taken. */
export const WindowSection = ({ form, change, errorOf }: SectionProps) => {
  const { starts, ends, zone, theirs } = form;
  const at = new Date(momentOf(starts, zone) ?? Date.now());
  const lengthen = (later: string) => {
    change({ ends: later });
    // The button is gone with the notice.
    document.getElementById('ends')?.focus();
  };
  return (
    <fieldset class="form rule">
      <legend>
        <h2>Window</h2>
      </legend>
      <div class="pair wide">
        <TextInput
          id="starts"
          label="Opens"
          type="datetime-local"
          value={starts}
          hint={twice(starts, zone)}
          onValue={(changed) => change({ starts: changed })}
          error={errorOf('starts')}
        />
        <TextInput
          id="ends"
          label="Closes"
          type="datetime-local"
          value={ends}
          hint={twice(ends, zone)}
          onValue={(changed) => change({ ends: changed })}
          error={errorOf('ends')}
        />
      </div>
      <div class="pair wide">
        <ZoneSelect
          id="zone"
          label="These times are in"
          zone={zone}
          at={at}
          onZone={(chosen) => change({ zone: chosen })}
        />
        <ZoneSelect
          id="theirs"
          label="The candidate is in"
          zone={theirs}
          at={at}
          none="I do not know"
          onZone={(chosen) => change({ theirs: chosen })}
        />
      </div>
      <div role="status">
        <ShortNotice clocks={form} onEnds={lengthen} />
      </div>
    </fieldset>
  );
};
