import { useMemo, useState } from 'preact/hooks';
import { useSettings } from '../settings.ts';
import { everyZone, nearZones } from '../zones.ts';
import { Field } from './field.tsx';

export interface ZoneSelectProps {
  id: string;
  label: string;
  /** Empty where none is chosen. */
  zone: string;
  /** When the times are, for the zones' offsets. */
  at: Date;
  /** What it is called to choose none; it cannot be where this is left out. */
  none?: string;
  onZone(zone: string): void;
}

/** A zone to be chosen, the likely ones first. */
export const ZoneSelect = ({ id, label, zone, at, none, onZone }: ZoneSelectProps) => {
  const own = useSettings().zone;
  const day = at.toISOString().slice(0, 10);
  // Four hundred zones are named only for those who look at them.
  const [isLooking, setLooking] = useState(false);
  const look = () => setLooking(true);
  const groups = useMemo(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return [
      { title: 'Likely', choices: nearZones([zone, own, here], at) },
      ...(isLooking ? [{ title: 'All', choices: everyZone(at) }] : []),
    ];
  }, [own, day, zone, isLooking]);
  return (
    <Field id={id} label={label}>
      {(tied) => (
        <select
          {...tied}
          value={zone}
          onPointerDown={look}
          onFocus={look}
          onChange={({ currentTarget }) => onZone(currentTarget.value)}
        >
          {none && <option value="">{none}</option>}
          {groups.map(({ title, choices }) => (
            <optgroup key={title} label={title}>
              {choices.map((choice) => (
                <option key={choice.zone} value={choice.zone}>
                  {choice.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
};
