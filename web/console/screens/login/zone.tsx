import { useState } from 'preact/hooks';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { useSettings } from '../../settings.ts';
import { dayAndTime, zoneTitle } from '../../time.ts';

const zones = Intl.supportedValuesOf('timeZone');

/** The zone in which this browser shows times. */
export const ZoneScreen = () => {
  const { zone, chooseZone } = useSettings();
  const [now] = useState(() => new Date().toISOString());
  const known = zones.includes(zone) ? zones : [zone, ...zones];
  return (
    <Page title="Time zone" lede="Every time in this console is shown in it, in this browser.">
      <div class="card form narrow-start">
        <Field id="zone" label="Times are shown in">
          {(tied) => (
            <select
              {...tied}
              value={zone}
              onChange={({ currentTarget }) => chooseZone(currentTarget.value)}
            >
              {known.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p role="status">
          Now is {dayAndTime(now, zone)} in {zoneTitle(zone)}.
        </p>
      </div>
    </Page>
  );
};
