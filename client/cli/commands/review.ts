import { readFile } from 'node:fs/promises';
import { UsageError } from '../../../bin/command.ts';
import type { Input } from '../../types.ts';
import { ask, isInteractive } from '../ask.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';
import { wholeNumber } from '../whole-number.ts';

/** An option, or what a person says instead. @throws UsageError where there is neither */
const required = async (value: string | undefined, option: string, question: string) => {
  if (value) return value;
  if (!isInteractive()) throw new UsageError(`--${option} is required`);
  return ask(question);
};

export const review = command({
  summary: 'Decide about the candidate of a completed interview',
  takes: ['ID'],
  options: {
    decision: {
      type: 'string',
      value: 'WORD',
      says: 'advance, hold or reject; asked for if left out',
    },
    reason: { type: 'string', value: 'TEXT', says: 'why; asked for if left out' },
    'reason-file': { type: 'string', value: 'FILE', says: 'the reason as a file' },
    score: {
      type: 'string',
      value: 'N',
      says: 'a score of your own, 0 to 100, beside the computed one',
    },
  },
  examples: [
    ['5b1fd9f4-…', 'asks for decision and reason'],
    ['5b1fd9f4-… --decision advance --reason "Clear about trade-offs"', ''],
  ],
  async run({ values, args: [interview_id = ''], signal }) {
    const talaro = await deployment(values);
    const file = values['reason-file'];
    const said = file ? await readFile(file, 'utf8') : values.reason;
    const decision = await required(
      values.decision,
      'decision',
      'Decision (advance, hold, reject)',
    );
    const reason = await required(said, 'reason', 'Reason');
    const sent = {
      interview_id,
      decision,
      reason,
      ...(values.score && { score: wholeNumber('score', values.score) }),
    };
    // What a decision may be is the API's to say.
    const made = await talaro.reviewInterview(sent as Input<'reviewInterview'>, { signal });
    if (values.json) printJson(made);
    else print(`Decided: ${plain(made.decision)}.`);
  },
});
