import { beforeEach, describe, expect, it, vi } from 'vitest';
import { requireLinkable } from '../../../shared/links/linkable.ts';
import {
  type Preparation,
  prepareSession,
  replacing,
} from '../../../shared/links/prepare-session.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { aContent, aKitQuestion, aVersion } from '../../support/kits.ts';
import { aProvenance, aRecord, aSession, id, inTime, openNow } from '../../support/records.ts';

const sentence = 'You write of work with orders.';

type Speak = Preparation['speak'];

let interviewer: ReturnType<typeof fakeInterviewer>;
let speak: ReturnType<typeof vi.fn<Speak>>;
let report: ReturnType<typeof vi.fn<Preparation['report']>>;
beforeEach(() => {
  interviewer = fakeInterviewer();
  report = vi.fn<Preparation['report']>();
  speak = vi.fn<Speak>(async (_kit_id, { texts }) =>
    texts.map(({ name, text }) => ({
      audio_url: `/media/tts/${name}.mp3`,
      characters: text.length,
    })),
  );
});

const brief = (resume_text: string | null) => ({ job_description: 'Orders.', resume_text });
const linkable = (
  resume_text: string | null,
  { interview = {}, ...over }: Parameters<typeof aRecord>[0] = {},
) =>
  requireLinkable(
    aRecord({
      ...over,
      brief: brief(resume_text),
      interview: { status: 'scheduled', ...interview },
    }),
  );
const plain = () => linkable(null);
const personal = () => linkable('RESUME ten years of orders');

const prepare = (of = plain(), content = aVersion(2)) =>
  prepareSession(
    { interviewer: interviewer.interviewer, speak, report, now: () => openNow },
    of,
    { kit_id: id(300), content, session_id: id(60) },
    inTime,
  );

describe('preparing a session', () => {
  it('copies the questions of the kit, ids, rubrics and weights included', async () => {
    const content = aVersion(2);

    const { questions, session } = await prepare(plain(), content);

    expect(
      questions.map(({ id, text, competency_id, weight, rubric }) => ({
        id,
        text,
        competency_id,
        weight,
        rubric,
      })),
    ).toEqual(content.questions);
    expect(questions.map(({ order, type }) => [order, type])).toEqual([
      [1, 'technical'],
      [2, 'technical'],
      [3, 'technical'],
    ]);
    expect(session).toMatchObject({
      competencies: content.competencies,
      kit: { kit_id: id(300), version: 2 },
      provenance: content.provenance,
    });
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

  it('has every question spoken for this session, and counts the characters', async () => {
    const { session, questions } = await prepare();

    expect(questions.map(({ audio_url }) => audio_url)).toEqual(
      [0, 1, 2].map((n) => `/media/tts/q_${n}_${session.session_id}.mp3`),
    );
    expect(speak.mock.calls.map(([kit_id, , deadline]) => [kit_id, deadline])).toEqual([
      [id(300), inTime],
    ]);
    const characters = questions.reduce((sum, { text }) => sum + text.length, 0);
    expect(session.voice_characters).toBe(characters);
    expect([session.spent, session.voice_characters]).toEqual([[], characters]);
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

  it.each([
    ['has no résumé', null, {}],
    ['has a blank one', ' \n\t', {}],
    ['is not to be personal', 'RESUME ten years', { personalise: false }],
  ])('asks no model if the interview %s', async (_name, resume, interview) => {
    const { questions } = await prepare(linkable(resume, { interview }));

    expect(interviewer.asked).toEqual([]);
    expect(questions.some((question) => 'lead_in' in question)).toBe(false);
  });

  it('passes on what else fails', async () => {
    speak.mockRejectedValue(new Error('broken'));

    await expect(prepare()).rejects.toThrow('broken');
  });
});

describe('lead-ins from a résumé', () => {
  it('are kept beside the question, which stays as it is, as do rubric, weight and order', async () => {
    const led = await prepare(personal());
    const without = await prepare(plain());

    expect(led.questions[0]).toMatchObject({ lead_in: sentence, text: 'Question 1?' });
    const bare = ({ questions }: typeof led) =>
      JSON.stringify(
        questions.map(({ lead_in: _lead_in, audio_url: _audio_url, ...rest }) => rest),
      );
    expect(bare(led)).toBe(bare(without));
  });

  it.each([
    ['a part of the candidate’s name', 'Orders Ng', sentence],
    ['a name in a script without spaces', '李小龙', '李小龙的订单工作很有意思。'],
    ['a name of short parts', 'Li Bo', 'You write of work as Li Bo.'],
  ])('are left out where they hold %s', async (_name, candidate_name, said) => {
    interviewer.interviewer.writeLeadIns = async () => ({
      lead_ins: [{ question: 0, sentence: said }],
      provenance: aProvenance(),
    });
    const named = { ...personal(), interview: { ...personal().interview, candidate_name } };

    const led = await prepare(named);

    expect(led.questions.some((question) => 'lead_in' in question)).toBe(false);
  });

  it('are written in one call that sees questions, résumé and job, and nobody’s name', async () => {
    await prepare(personal());

    expect(interviewer.asked.map(({ call }) => call)).toEqual(['writeLeadIns']);
    expect(interviewer.asked[0]?.input).toEqual({
      questions: ['Question 1?', 'Question 2?', 'Question 3?'],
      resume: 'RESUME ten years of orders',
      job: 'Backend Engineer\nOrders.',
      language: 'en-US',
    });
  });

  it('are spoken with their question, in the place of the question alone', async () => {
    const { session, questions } = await prepare(personal());

    const name = `q_0_${session.session_id}`;
    expect(speak.mock.lastCall?.[1].texts).toEqual([{ name, text: `${sentence} Question 1?` }]);
    expect(questions[0]?.audio_url).toBe(`/media/tts/${name}.mp3`);
    const alone = questions.reduce((sum, { text }) => sum + text.length, 0);
    expect(session.voice_characters).toBe(alone + `${sentence} Question 1?`.length);
  });

  it('whose sound cannot be made leave their question without any, as the other is not its text', async () => {
    speak.mockImplementation(async (_kit_id, { texts }) =>
      texts.map(({ name, text }) =>
        text.startsWith(sentence)
          ? { audio_url: null, characters: 0 }
          : { audio_url: `/media/tts/${name}.mp3`, characters: 1 },
      ),
    );

    const { questions } = await prepare(personal());

    expect(questions.map(({ audio_url }) => audio_url !== null)).toEqual([false, true, true]);
  });

  it('must be written in three fifths of the time, beside the sound of the plain questions', async () => {
    const { writeLeadIns } = interviewer.interviewer;
    const steps: string[] = [];
    const write = vi.fn(async (...asked: Parameters<typeof writeLeadIns>) => {
      await new Promise(setImmediate);
      steps.push('written');
      return writeLeadIns(...asked);
    });
    Object.assign(interviewer.interviewer, { writeLeadIns: write });
    speak.mockImplementation(async (_kit_id, { texts }) => {
      steps.push(`speak ${texts.length}`);
      return [];
    });

    await prepare(personal());

    expect(write.mock.calls[0]?.[1]).toEqual({ at: openNow + 15_000 });
    expect(steps).toEqual(['speak 3', 'written', 'speak 1']);
  });

  it('are counted as this interview’s own, apart from its kit', async () => {
    const { session } = await prepare(personal());

    expect(session.spent).toEqual([aProvenance({ prompt_version: 'lead-ins' })]);
    expect(session.provenance).toEqual(aVersion(2).provenance);
  });

  it('that fail cost nothing: the questions go without, and the reason is reported', async () => {
    interviewer.state.fail = 'invalid_output';

    const { session, questions } = await prepare(personal());

    expect(questions).toHaveLength(3);
    expect(questions.some((question) => 'lead_in' in question)).toBe(false);
    expect(questions.every(({ audio_url }) => audio_url)).toBe(true);
    expect(session.spent).toEqual([]);
    expect(speak).toHaveBeenCalledOnce();
    expect(report).toHaveBeenCalledExactlyOnceWith(
      id(1),
      expect.objectContaining({ failure: 'invalid_output' }),
    );
  });
});

describe('a session that replaces another', () => {
  const own = aSession({
    spent: [aProvenance({ prompt_version: 'lead-ins' })],
    voice_characters: 7,
  });

  it('goes on counting what that one cost', () => {
    const before = aSession({
      kit: { kit_id: id(300), version: 1 },
      provenance: [aProvenance({ prompt_version: 'kit' })],
      spent: [aProvenance({ prompt_version: 'first' })],
      voice_characters: 100,
    });

    const { spent, voice_characters } = replacing(own, before);

    expect(spent.map(({ prompt_version }) => prompt_version)).toEqual(['first', 'lead-ins']);
    expect(voice_characters).toBe(107);
  });

  it('counts the questions of the time before kits as the interview’s own', () => {
    const before = aSession({ provenance: [aProvenance({ prompt_version: 'own questions' })] });

    const { spent } = replacing(own, before);

    expect(spent.map(({ prompt_version }) => prompt_version)).toEqual([
      'own questions',
      'lead-ins',
    ]);
  });

  it('is as it is if there was none', () => {
    expect(replacing(own, null)).toEqual(own);
  });

  it('has an id of its own', async () => {
    const { session } = await prepare(linkable(null, { session: aSession() }));

    expect(session.session_id).not.toBe(aSession().session_id);
  });
});

it('a kit with fewer questions than another gives fewer', async () => {
  const content = aVersion(1, aContent({ questions: [aKitQuestion(1, { weight: 1 })] }));

  const { questions } = await prepare(plain(), content);

  expect(questions).toHaveLength(1);
});
