import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InterviewerFailure } from '../../../shared/interviewer/interviewer.ts';
import { requireLinkable } from '../../../shared/links/linkable.ts';
import { jobHash, prepareSession } from '../../../shared/links/prepare-session.ts';
import type { JobCompetencies } from '../../../shared/table/jobs.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { aProvenance, aRecord, inTime, openNow } from '../../support/records.ts';
import { refusalOf } from '../../support/refusals.ts';

const linkable = (over: object = {}) =>
  requireLinkable(aRecord({ interview: { status: 'scheduled', ...over } }));

let interviewer: ReturnType<typeof fakeInterviewer>;
let jobs: Map<string, JobCompetencies>;
let speak: ReturnType<typeof vi.fn>;
beforeEach(() => {
  interviewer = fakeInterviewer();
  jobs = new Map();
  speak = vi.fn(async ({ session_id, texts }: { session_id: string; texts: string[] }) =>
    texts.map((text, n) => ({
      audio_url: `/media/tts/q_${n}_${session_id}.mp3`,
      characters: text.length,
    })),
  );
});

const prepare = (of = linkable()) =>
  prepareSession(
    {
      interviewer: interviewer.interviewer,
      readCompetencies: async (hash) => jobs.get(hash) ?? null,
      keepCompetencies: async (hash, made) => {
        const kept = jobs.get(hash) ?? made;
        jobs.set(hash, kept);
        return kept;
      },
      speak: speak as never,
      now: () => openNow,
    },
    of,
    inTime,
  );

describe('preparing a session', () => {
  it('writes as many questions as wanted, in order, each with its rubric and sound', async () => {
    const { session, questions } = await prepare(linkable({ question_count: 4 }));

    expect(questions.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(4);
    expect(questions[0]?.rubric.criteria).toHaveLength(1);
    expect(questions.map(({ audio_url }) => audio_url)).toEqual(
      [0, 1, 2, 3].map((n) => `/media/tts/q_${n}_${session.session_id}.mp3`),
    );
    expect(questions.every(({ type }) => type === 'technical')).toBe(true);
  });

  it('creates a session that has not been started', async () => {
    const { session } = await prepare();

    expect(session).toMatchObject({
      started_at: null,
      completed_at: null,
      answered: 0,
      notice: null,
      created_at: '2026-11-23T10:05:00.000Z',
    });
  });

  it('records the provenance of the questions and the characters spoken', async () => {
    const { session, questions } = await prepare();

    expect(session.provenance.map(({ prompt_version }) => prompt_version)).toEqual([
      'derive',
      'write',
    ]);
    expect(session.voice_characters).toBe(
      questions.reduce((sum, { text }) => sum + text.length, 0),
    );
  });

  it('derives the competencies of a job once', async () => {
    await prepare();
    await prepare(linkable({ candidate_name: 'Grace', candidate_email: 'grace@example.com' }));

    expect(interviewer.times('deriveCompetencies')).toBe(1);
    expect(interviewer.times('writeQuestions')).toBe(2);
  });

  it('uses the stored competencies, not those that it derived', async () => {
    const kept = {
      competencies: [{ id: 'first', name: 'First', description: 'Came first.', weight: 1 }],
      provenance: aProvenance(),
    };
    const record = linkable();
    const deps = {
      interviewer: interviewer.interviewer,
      readCompetencies: async () => null,
      keepCompetencies: async () => kept,
      speak: speak as never,
      now: () => openNow,
    };

    await prepareSession(deps, record, inTime);

    const asked = interviewer.asked.find(({ call }) => call === 'writeQuestions');
    expect(asked?.input).toMatchObject({ competencies: kept.competencies });
  });

  it('sends the résumé to question writing only, and name and address nowhere', async () => {
    await prepare();

    const asked = Object.fromEntries(
      interviewer.asked.map(({ call, input }) => [call, JSON.stringify(input)]),
    );
    expect(asked.deriveCompetencies).not.toContain('RESUME');
    expect(asked.writeQuestions).toContain('RESUME');
    expect(Object.values(asked).join()).not.toMatch(/Ada|ada@example/);
  });

  it('keeps a fifth of its time for the voice, which also gets what the model leaves', async () => {
    const { deriveCompetencies, writeQuestions } = interviewer.interviewer;
    const derive = vi.fn(deriveCompetencies);
    const write = vi.fn(writeQuestions);
    Object.assign(interviewer.interviewer, {
      deriveCompetencies: derive,
      writeQuestions: write,
    });

    await prepare();

    const written = { at: openNow + 20_000 };
    expect(inTime.at).toBe(openNow + 25_000);
    expect(derive.mock.calls[0]?.[1]).toEqual(written);
    expect(write.mock.calls[0]?.[1]).toEqual(written);
    expect(speak.mock.calls[0]?.[1]).toEqual(inTime);
  });

  it('leaves out the sound that could not be made', async () => {
    speak.mockResolvedValue([
      { audio_url: null, characters: 0 },
      { audio_url: '/media/tts/q_1_x.mp3', characters: 3 },
    ]);

    const { session, questions } = await prepare();

    expect(questions.map(({ audio_url }) => audio_url)).toEqual([
      null,
      '/media/tts/q_1_x.mp3',
      null,
    ]);
    expect(session.voice_characters).toBe(3);
  });

  it.each<[InterviewerFailure, boolean]>([
    ['throttled', true],
    ['unavailable', true],
    ['timeout', true],
    ['truncated', true],
    ['invalid_output', true],
    ['refused', false],
    ['guardrail', false],
  ])('that fails with %s is refused safely; a retry can help: %s', async (failure, retry) => {
    interviewer.state.fail = failure;

    const refusal = await refusalOf(prepare());

    expect(refusal).toMatchObject({
      code: 'ai_unavailable',
      message: expect.stringMatching(/^Failed to generate AI interview link: /),
    });
    expect(refusal?.retry_after !== undefined).toBe(retry);
  });

  it('over the day’s budget is refused until the next day begins', async () => {
    interviewer.state.fail = 'budget_reached';

    const refusal = await refusalOf(prepare());

    const untilMidnight = (Date.parse('2026-11-24T00:00:00Z') - openNow) / 1000;
    expect(refusal).toMatchObject({ code: 'budget_reached', retry_after: untilMidnight });
  });

  it('passes other failures on', async () => {
    speak.mockRejectedValue(new Error('broken'));

    await expect(prepare()).rejects.toThrow('broken');
  });
});

describe('the hash of a job', () => {
  const job = {
    title: 'Engineer',
    description: 'Orders.',
    type: 'technical',
    difficulty: 'medium',
    language: 'en-US',
  } as const;

  it('is the same for the same job', () => {
    expect(jobHash({ ...job })).toBe(jobHash(job));
  });

  it.each([
    { title: 'Engineer 2' },
    { description: 'Orders' },
    { type: 'coding' as const },
    { difficulty: 'hard' as const },
    { language: 'de' },
    { title: 'Engineer"', description: ',Orders.' },
  ])('changes with %j', (over) => {
    expect(jobHash({ ...job, ...over })).not.toBe(jobHash(job));
  });

  it('is not fooled by text that moves from one field to the next', () => {
    const one = jobHash({ ...job, title: 'A', description: 'B C' });
    const other = jobHash({ ...job, title: 'A B', description: 'C' });

    expect(one).not.toBe(other);
  });
});
