import { UsageError } from '../../../bin/command.ts';
import { plainName } from '../../../shared/domain/plain-name.ts';
import type { Client, Input } from '../../types.ts';
import { ask, isInteractive } from '../ask.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { note, print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';

/** @throws UsageError unless the candidate's name is typed */
const requireName = async (talaro: Client, interview_id: string, signal: AbortSignal) => {
  if (!isInteractive()) throw new UsageError('There is nobody to ask: say so with --yes');
  const { candidate_name, job_title, status } = await talaro.getInterview(
    { interview_id },
    { signal },
  );
  const name = plain(candidate_name);
  note(`${name}, ${plain(job_title)}, ${status}`);
  note('Gone for good will be the interview, its link, answers, evaluation, reviews and sound.');
  const typed = await ask('Type the name of the candidate to erase it');
  if (plainName(typed) !== plainName(name))
    throw new UsageError('This is another name; nothing was erased');
};

export const erase = command({
  summary: 'Erase an interview and everything about its candidate, for good',
  takes: ['ID'],
  options: {
    reason: {
      type: 'string',
      value: 'WORD',
      default: 'requested',
      says: 'requested (unless told), retention or mistake',
    },
    yes: { type: 'boolean', short: 'y', says: 'do so without asking' },
  },
  examples: [
    ['5b1fd9f4-…', 'asks for the name of the candidate'],
    ['5b1fd9f4-… --reason mistake --yes', 'for scripts'],
  ],
  async run({ values, args: [interview_id = ''], signal }) {
    const talaro = await deployment(values);
    if (!values.yes) await requireName(talaro, interview_id, signal);
    const query = { interview_id, reason: values.reason } as Input<'eraseInterview'>;
    const erased = await talaro.eraseInterview(query, { signal });
    if (values.json) printJson(erased);
    else print(`Erased ${erased.interview_id}.`);
  },
});
