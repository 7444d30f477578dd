import { windowOf } from '../../../../shared/domain/window.ts';
import { dayAndTime, zoneName } from '../../time.ts';
import type { InterviewForm } from './form.ts';
import { minutesFor } from './kit-names.ts';
import { Preview } from './preview.tsx';
import { inWords, lengthOf, windowOfClocks } from './window.ts';

const moment = (at: number, zone: string) => {
  const iso = new Date(at).toISOString();
  return `${dayAndTime(iso, zone)} ${zoneName(zone, new Date(at))}`;
};

/** What the window means for both, as far as it is one. */
export const Meaning = ({ form, questions }: { form: InterviewForm; questions: number | null }) => {
  const window = windowOfClocks(form);
  if (!window) return <p class="meta">Give an opening time, and a closing time after it.</p>;
  const { opens_at, expires_at } = windowOf(window);
  return (
    <>
      <Preview form={form} window={window} />
      <dl class="facts rule-s">
        <dt>Link opens</dt>
        <dd>{moment(opens_at, form.zone)}</dd>
        <dt>Window</dt>
        <dd>{inWords(lengthOf(window))}</dd>
        <dt>Link stops</dt>
        <dd>{moment(expires_at, form.zone)}</dd>
        <dt>Time needed</dt>
        <dd>{questions ? `About ${minutesFor(questions)} minutes` : 'Depends on the kit'}</dd>
      </dl>
    </>
  );
};
