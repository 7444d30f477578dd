import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { InterviewExport, verifyScore } from '../../../shared/session/verify-score.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { sharedTestStack } from '../../support/stack.ts';

const run = promisify(execFile);
const example = fileURLToPath(new URL('../../../examples/recruiters-day.mjs', import.meta.url));
const stack = await sharedTestStack();

const day = (env: Record<string, string>, ...options: string[]) =>
  run(process.execPath, [example, '--url', stack.url, ...options], {
    env: { ...process.env, ...env },
  });

it('the example of a recruiter’s day gets through it, and leaves nothing behind', async () => {
  const file = join(await dataFolder(), 'export.json');

  const { stdout } = await day({}, '--export', file);

  const told = stdout.split('\n');
  for (const line of [
    /^Scheduled 3 interviews/,
    /^Bo Lindqvist has more time: the link is open until \d{4}-/,
    /^Chidi Eze is told: .+ \(interview_cancelled\)$/,
    /^Amara Okafor has completed: score \d+, \w+/,
    /^ {2}Amara Okafor: completed, 3 answered$/,
    /^ {2}Bo Lindqvist: scheduled, 0 answered$/,
    /^ {2}Chidi Eze: cancelled, 0 answered$/,
    /^Decided: advance, because: /,
    /^Exported 3 answers, 1 evaluation, 1 review; \d+ events, the last of them review_made$/,
    /^Erased 3 interviews; whoever asks for one is told: Interview not found$/,
  ]) {
    expect(
      told.filter((one) => line.test(one)),
      String(line),
    ).toHaveLength(1);
  }
  const exported = InterviewExport.parse(JSON.parse(await readFile(file, 'utf8')));
  expect(verifyScore(exported)).toEqual([]);
});

it('the example says in a sentence what was refused', async () => {
  const { stderr } = await day({ TALARO_PASSWORD: 'wrong' }).catch((failed) => failed);

  expect(stderr).toBe('Talaro refused: Invalid email or password (invalid_credentials)\n');
});
