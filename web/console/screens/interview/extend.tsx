import { useState } from 'preact/hooks';
import { localTime, momentOf } from '../../../../client/zoned-time.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { wrongOf, wrongWith } from '../../parts/problem.tsx';
import { talaro } from '../../talaro.ts';
import { zoneTitle } from '../../time.ts';
import { type DoingProps, useDoing } from './doing.ts';
import { Refusal } from './refusal.tsx';
import { canStartAnew, daysLater, linkTimes } from './window.ts';

const fields = {
  starts_at: ['starts', 'The start'],
  ends_at: ['ends', 'The end'],
} as const;

/** Moves the end of the window and, before anybody has started, a start that is of no use any more. */
export const Extend = ({ close, ...props }: DoingProps & { close(): void }) => {
  const { interview, zone } = props;
  const [{ interview_id, starts_at, ends_at }] = useState(interview);
  const [now] = useState(Date.now);
  const [movesStart] = useState(() => canStartAnew(interview));
  const [start, setStart] = useState(() =>
    localTime(starts_at ?? new Date(now).toISOString(), zone),
  );
  const [end, setEnd] = useState(() => (ends_at ? localTime(ends_at, zone) : ''));
  const doing = useDoing(props);
  const wrong = wrongOf(doing.error, fields);
  const send = async () => {
    // A field that is no time is sent as it is: the API says what is wrong with it.
    const times = {
      ...(movesStart && { starts_at: momentOf(start, zone) ?? start }),
      ends_at: momentOf(end, zone) ?? end,
    };
    const sent = (if_updated_at: string) =>
      talaro.updateInterview({ interview_id, ...times, if_updated_at });
    if (await doing.run(sent, 'The window is moved, and its link with it.')) close();
  };
  const time = (id: string, label: string, value: string, set: (value: string) => void) => (
    <Field id={id} label={label} hint={zoneTitle(zone)} error={wrongWith(wrong, id)}>
      {(tied) => (
        <input
          {...tied}
          type="datetime-local"
          value={value}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <Confirm
      title={ends_at && !movesStart ? 'Extend the window?' : 'Move the window?'}
      action={ends_at && !movesStart ? 'Extend' : 'Move the window'}
      keep="Leave it as it is"
      isWorking={doing.isWorking}
      onConfirm={() => void send()}
      onClose={close}
    >
      <Refusal doing={doing} fields={fields} />
      <p>
        The link stays the same, and so does all that was written. Nobody is told: write yourself.
      </p>
      {movesStart && time('starts', 'Window starts', start, setStart)}
      {time('ends', 'Window ends', end, setEnd)}
      <div class="actions">
        {[1, 3].map((days) => (
          <button
            key={days}
            type="button"
            class="btn"
            onClick={() => setEnd(daysLater(ends_at, days, zone, now))}
          >
            +{days} {days === 1 ? 'day' : 'days'}
          </button>
        ))}
      </div>
      <p class="meta" role="status">
        {linkTimes(start, end, zone) ?? '\u00a0'}
      </p>
    </Confirm>
  );
};
