import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InterviewExport, verifyScore } from '../../../shared/session/verify-score.ts';

const [first, second] = [
  '0c8f6f0e-8f5a-4a5e-9a53-0f3a4c1b2d01',
  '0c8f6f0e-8f5a-4a5e-9a53-0f3a4c1b2d02',
] as const;
const provenance = {
  evaluator: 'offline',
  model_id: 'any',
  prompt_version: '1',
  prompt_hash: 'abc',
  input_tokens: 1,
  output_tokens: 1,
  made_at: '2026-11-23T10:00:00Z',
};
const question = (id: string, order: number, weight: number) => ({
  id,
  order,
  text: 'How do you find the cause of an outage?',
  type: 'technical',
  competency_id: 'operations',
  weight,
  audio_url: null,
  rubric: {
    version: 1,
    criteria: ['diagnosis', 'care'].map((criterion) => ({
      id: criterion,
      name: criterion,
      anchors: { 1: 'nothing', 3: 'some', 5: 'all' },
      evidence_wanted: ['something'],
      weight: criterion === 'diagnosis' ? 0.75 : 0.25,
    })),
  },
});
const answer = 'I read the logs of the last deploy first, and roll back before I go on.';

/** Two questions; the second was not answered. 0.75 × 75 + 0.25 × 25 = 62.5; half of it is 31.25. */
const exported = () => ({
  interview_id: 'any',
  questions: [question(first, 1, 0.5), question(second, 2, 0.5)],
  responses: [{ question_id: first, response_text: answer }],
  evaluation: {
    version: 1,
    status: 'scored',
    score: 31 as number | null,
    recommendation: 'No',
    questions: [
      { question_id: first, status: 'scored', score: 62.5 },
      { question_id: second, status: 'not_answered', score: 0 },
    ],
    assessments: [
      {
        question_id: first,
        assessment: {
          status: 'scored',
          criteria: [
            {
              criterion_id: 'diagnosis',
              level: 4 as number | null,
              quotes: ['I read the logs of the last deploy first'],
              not_scored: null,
            },
            {
              criterion_id: 'care',
              level: 2,
              quotes: ['roll back before I go on'],
              not_scored: null,
            },
          ],
          feedback: { strength: 'Concrete.', tip: 'Say more.' },
          flags: [],
          rubric_version: 1,
          provenance,
        },
      },
      { question_id: second, assessment: null },
    ],
    evaluation: 'Text.',
    strengths: 'Text.',
    areas_for_improvement: 'Text.',
    needs_human: false,
    provenance,
    evaluated_at: '2026-11-23T10:00:00Z',
  },
});
type Exported = ReturnType<typeof exported>;
const changed = (change: (sample: Exported) => void) => {
  const sample = exported();
  change(sample);
  return verifyScore(InterviewExport.parse(sample)).map(({ what }) => what);
};
type Level = ReturnType<typeof levels>[number];
const levels = (sample: Exported) => sample.evaluation.assessments[0]?.assessment?.criteria ?? [];

describe('verifyScore', () => {
  it('finds no difference in an evaluation that follows from its levels', () => {
    const differences = changed(() => undefined);

    expect(differences).toEqual([]);
  });

  it.each<[string, (sample: Exported) => void, RegExp]>([
    [
      'a score that was raised',
      (sample) => Object.assign(sample.evaluation, { score: 90 }),
      /^score: stored 90, computed 31$/,
    ],
    [
      'a recommendation that does not fit',
      (sample) => Object.assign(sample.evaluation, { recommendation: 'Yes' }),
      /^recommendation: stored Yes/,
    ],
    [
      'a level that was changed later',
      (sample) => Object.assign(levels(sample)[0] ?? {}, { level: 5 }),
      /^score: stored 31/,
    ],
    [
      'a quote that is not in the answer',
      (sample) => Object.assign(levels(sample)[0] ?? {}, { quotes: ['I restart the server'] }),
      /diagnosis: 1 of 1 quotes are not in the answer$/,
    ],
    [
      'a level without a quote',
      (sample) => Object.assign(levels(sample)[1] ?? {}, { quotes: [] }),
      /care: level 2 without a quote/,
    ],
    [
      'a criterion that was left out',
      (sample) => levels(sample).pop(),
      /criteria: stored diagnosis, computed care diagnosis/,
    ],
    [
      'a weight that was changed',
      (sample) => Object.assign(sample.questions[0] ?? {}, { weight: 1 }),
      /^score: stored 31, computed 42$/,
    ],
    [
      'an answer that was taken away',
      (sample) => sample.responses.pop(),
      /has levels but no answer/,
    ],
    [
      'a question without a score',
      (sample) => sample.evaluation.questions.pop(),
      new RegExp(`${second} has no score`),
    ],
    [
      'a number for an answer that needs a human',
      (sample) => Object.assign(levels(sample)[0] ?? {}, { level: null, not_scored: 'no_quote' }),
      /^score: stored 31, computed null$/,
    ],
  ])('finds %s', (_, change, expected) => {
    const differences = changed(change);

    expect(differences).toContainEqual(expect.stringMatching(expected));
  });

  /** The sample as the current prompt would have read it. */
  const current = (change: (first: Level, second: Level) => void) =>
    changed((sample) => {
      const [one, two] = levels(sample);
      const assessment = sample.evaluation.assessments[0]?.assessment;
      if (!one || !two || !assessment) throw new Error('The sample has two levels');
      assessment.provenance = { ...provenance, prompt_version: '2' };
      change(one, two);
    }).filter((what) => !/^score|: score/.test(what));

  it.each<[string, (first: Level, second: Level) => void, string[]]>([
    ['nothing in what it was made by', () => undefined, []],
    [
      'nothing in a quote of two pieces',
      (one) => Object.assign(one, { quotes: ['I read the logs … roll back before I go on'] }),
      [],
    ],
    [
      'a level of 4 with seven words',
      (one) => Object.assign(one, { quotes: ['I read the logs of the last'] }),
      ['diagnosis: level 4 with fewer than eight words of quotes'],
    ],
    [
      'a piece that is not in the answer',
      (one) => Object.assign(one, { quotes: ['I read the logs … and then went home'] }),
      ['diagnosis: 1 of 1 quotes are not in the answer', 'diagnosis: level 4 without a quote'],
    ],
    [
      'nothing in a level that a warning sign holds',
      (_, two) => Object.assign(two, { quotes: [], warning_signs: ['roll back before I go on'] }),
      [],
    ],
    [
      'a warning sign that is not in the answer',
      (_, two) => Object.assign(two, { warning_signs: ['I go home'] }),
      ['care: 1 of 2 quotes are not in the answer'],
    ],
    [
      'a level above 2 with a warning sign',
      (one) => Object.assign(one, { warning_signs: ['roll back before I go on'] }),
      ['diagnosis: level 4 with a warning sign'],
    ],
  ])('for the current prompt finds %s', (_, change, expected) => {
    const differences = current(change);

    expect(differences).toEqual(expected.map((what) => `question ${first}, ${what}`));
  });

  it('for the current prompt finds a passage alone under three criteria', () => {
    const differences = changed((sample) => {
      const [one, two] = levels(sample);
      const criteria = sample.questions[0]?.rubric.criteria ?? [];
      const assessment = sample.evaluation.assessments[0]?.assessment;
      if (!one || !two || !criteria[1] || !assessment) throw new Error('The sample has two levels');
      assessment.provenance = { ...provenance, prompt_version: '2' };
      Object.assign(two, { quotes: one.quotes });
      assessment.criteria.push({ ...two, criterion_id: 'order' });
      criteria.push({ ...criteria[1], id: 'order' });
    });

    expect(differences).toContain(
      `question ${first}, order: level 2 on the same passages alone as two criteria before it`,
    );
  });

  it('finds nothing in an interview without any answer, also in one from when that was scored 0', () => {
    const unanswered = (score: number | null, model_id: string) => (sample: Exported) => {
      sample.responses = [];
      sample.evaluation.assessments = [];
      Object.assign(sample.evaluation, {
        status: score === null ? 'needs_human' : 'scored',
        score,
        recommendation: score === null ? null : 'No',
        needs_human: score === null,
        questions: [first, second].map((id) => ({
          question_id: id,
          status: 'not_answered',
          score,
        })),
        provenance: { ...provenance, model_id },
      });
    };

    expect(changed(unanswered(null, 'none'))).toEqual([]);
    expect(changed(unanswered(0, 'model'))).toEqual([]);
    expect(changed(unanswered(0, 'none'))).toContain('score: stored 0, computed null');
    expect(changed(unanswered(null, 'model'))).toContain('score: stored null, computed 0');
  });

  it.each(['1', '1-second', 'none'])(
    'for an assessment of prompt version %s asks for a quote and for no more',
    (prompt_version) => {
      const differences = changed((sample) => {
        const assessment = sample.evaluation.assessments[0]?.assessment;
        if (assessment) assessment.provenance = { ...provenance, prompt_version };
        Object.assign(levels(sample)[0] ?? {}, { quotes: ['I read'] });
      });

      expect(differences).toEqual([]);
    },
  );

  it.each([
    ['1', false, []],
    ['1', true, []],
    ['2', true, []],
    ['2', false, ['needs_human: stored false, computed true']],
  ])(
    'a demonstration whose closing text is of prompt version %s may have needs_human %s or not',
    (prompt_version, needs_human, expected) => {
      const differences = changed(({ evaluation }) => {
        evaluation.provenance = { ...provenance, prompt_version };
        evaluation.needs_human = needs_human;
      });

      expect(differences).toEqual(expected);
    },
  );

  it('checks every version and that the newest one is shown', () => {
    const sample = exported();
    const second = { ...sample.evaluation, version: 2, score: 77 };

    const differences = verifyScore(
      InterviewExport.parse({ ...sample, evaluations: [sample.evaluation, second] }),
    );

    expect(differences).toEqual([
      { version: 2, what: 'score: stored 77, computed 31' },
      { version: 2, what: 'evaluation is not the newest one in evaluations' },
    ]);
  });

  it('never repeats what the candidate wrote', () => {
    const differences = changed((sample) => {
      for (const level of levels(sample)) level.quotes = ['a secret of the candidate'];
    });

    expect(differences.join()).not.toContain('secret');
    expect(differences.length).toBeGreaterThan(0);
  });
});

describe('npm run verify-score', () => {
  const run = async (content: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'verify-'));
    const file = join(folder, 'export.json');
    await writeFile(file, content);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/verify-score.ts', file], {
      encoding: 'utf8',
    });
    await rm(folder, { recursive: true });
    return { status, said: stdout + stderr };
  };

  it('exits with status 0 if nothing differs', async () => {
    const { status, said } = await run(JSON.stringify(exported()));

    expect(said).toBe('Version 1: no difference (31, No)\n');
    expect(status).toBe(0);
  });

  it('exits with status 1 and says what differs', async () => {
    const sample = exported();
    sample.evaluation.score = 80;

    const { status, said } = await run(JSON.stringify(sample));

    expect(said).toBe('Version 1: score: stored 80, computed 31\n');
    expect(status).toBe(1);
  });

  it.each([
    ['invalid JSON', '{"interview', /it is not JSON/],
    [
      'another shape',
      '{"questions": [{"text": "a secret"}]}',
      /^Not an interview export; look at (?!.*secret)/,
    ],
    ['no evaluation', JSON.stringify({ ...exported(), evaluation: null }), /no evaluation/],
  ])('exits with status 2 for %s', async (_, content, sentence) => {
    const { status, said } = await run(content);

    expect(said).toMatch(sentence);
    expect(status).toBe(2);
  });
});
