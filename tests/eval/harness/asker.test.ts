import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsker } from '../../../bench/eval/asking/asker.ts';
import { createRehearsal } from '../../../bench/eval/asking/rehearsal.ts';
import { openRunState } from '../../../bench/eval/asking/run-state.ts';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { type Interviewer, InterviewerError } from '../../../shared/interviewer/interviewer.ts';

const rubric: Rubric = {
  version: 1,
  criteria: [
    {
      id: 'only',
      name: 'Only',
      anchors: { 1: 'a', 3: 'b', 5: 'c' },
      evidence_wanted: ['d'],
      weight: 1,
    },
  ],
};
const assessment: Assessment = {
  status: 'scored',
  criteria: [{ criterion_id: 'only', level: 4, quotes: ['x'], not_scored: null }],
  feedback: { strength: '', tip: '' },
  flags: [{ kind: 'instructions_in_answer', detail: '' }],
  rubric_version: 1,
  provenance: {
    evaluator: 'offline',
    model_id: 'm',
    prompt_version: '1',
    prompt_hash: 'h',
    input_tokens: 10,
    output_tokens: 2,
    made_at: '2026-11-23T10:00:00Z',
  },
};
const reading = { question: 'What?', rubric, answer: 'x y z' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
});
afterEach(() => rm(folder, { recursive: true }));

const never = () => Promise.reject(new Error('not asked here'));
const asking = async (assessAnswer: Interviewer['assessAnswer'], resume = true) => {
  const state = await openRunState(join(folder, 'run.jsonl'), { resume, stamp: 'm h' });
  const interviewer: Interviewer = {
    assessAnswer,
    deriveCompetencies: never,
    writeQuestions: never,
    writeLeadIns: never,
    writeClosing: never,
    writeFollowUp: never,
    wasted: never,
  };
  return {
    state,
    ...createAsker(interviewer, { state, concurrency: 2, onAnswer: () => undefined }),
  };
};

describe('the asker', () => {
  it('sends the same request only once, but again for each run of test–retest', async () => {
    const assessAnswer = vi.fn(async () => assessment);
    const { ask, usage, state } = await asking(assessAnswer);

    const [first, second] = await Promise.all([ask.assess(reading), ask.assess(reading)]);
    await ask.assess({ ...reading, run: 2 });

    expect(first).toEqual(second);
    expect(first).toEqual({
      score: 75,
      levels: { only: 4 },
      quotes: ['x'],
      flagged: true,
      failure: null,
    });
    expect(assessAnswer).toHaveBeenCalledTimes(2);
    expect(usage).toMatchObject({ calls: 2, input_tokens: 20, output_tokens: 4 });
    await state.close();
  });

  it('resumes from its state, skipping a truncated line', async () => {
    const before = await asking(async () => assessment, false);
    await before.ask.assess(reading);
    await before.state.close();
    const file = join(folder, 'run.jsonl');
    await writeFile(file, `${await readFile(file, 'utf8')}{"key":"cut`);

    const after = await asking(never);
    const outcome = await after.ask.assess(reading);

    expect(outcome.score).toBe(75);
    expect(after.usage).toMatchObject({ calls: 0, remembered: 1 });
    await after.state.close();
  });

  it('forgets results of another model or prompt, and everything without resume', async () => {
    const file = join(folder, 'run.jsonl');
    const old = await openRunState(file, { resume: false, stamp: 'other' });
    await old.add('k', 1);
    await old.close();

    const resumed = await openRunState(file, { resume: true, stamp: 'm h' });
    const restarted = await openRunState(file, { resume: false, stamp: 'other' });

    expect([resumed.find('k'), restarted.find('k')]).toEqual([undefined, undefined]);
    await Promise.all([resumed.close(), restarted.close()]);
  });

  it('turns no failure into a number, and asks again in the next run', async () => {
    const failing = await asking(async () => {
      throw new InterviewerError('refused');
    });

    const outcome = await failing.ask.assess(reading);
    await failing.state.close();
    const next = await asking(async () => assessment);
    const later = await next.ask.assess(reading);

    expect(outcome).toMatchObject({ score: null, failure: 'refused' });
    expect(failing.usage.failed).toBe(1);
    expect(later.score).toBe(75);
    await next.state.close();
  });

  it('stops at an error that is not a failure of the interviewer', async () => {
    const { ask, state } = await asking(async () => {
      throw new TypeError('our own mistake');
    });

    const asked = ask.assess(reading);

    await expect(asked).rejects.toThrow(TypeError);
    await state.close();
  });
});

describe('the rehearsal', () => {
  it('counts each request once', async () => {
    const { ask, estimate } = createRehearsal();

    await Promise.all([
      ask.assess(reading),
      ask.assess(reading),
      ask.assess({ ...reading, run: 2 }),
    ]);

    expect(estimate.calls).toBe(2);
    expect(estimate.input_tokens).toBeGreaterThan(1_000);
  });
});
