import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/client.ts';
import { anAnswer, invite, newInterview, newKit } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api, bedrock } = stack;
const recruiter = await api.logIn();
const { access } = recruiter;

let jobs = 0;
/** A job that nothing else in this process has. */
const aJob = () => ({ job_title: `Backend Engineer, kit ${++jobs}` });
const kitOf = (kit_id: string, version?: number) =>
  api.call('getKit', {
    access,
    params: { kit_id },
    ...(version && { query: { version: String(version) } }),
  });
const createKit = (job: object) => api.call('createKit', { access, body: newKit(job) });
const created = async (over: object) => (await recruiter.create(newInterview(over))).ok();
/** The tasks that a request has a model do. */
const tasksOf = async (request: () => Promise<Reply>) => {
  const before = bedrock.calls.length;
  (await request()).ok();
  return bedrock.calls.slice(before).map(({ task }) => task);
};
const asked = async (interview_id: string) =>
  (await recruiter.read(interview_id))
    .ok()
    .questions.map(({ audio_url: _, lead_in: __, ...question }) => question);

describe('two interviews of one job', () => {
  it('have the same questions, rubrics, order and weights, byte for byte', async () => {
    const job = aJob();
    const one = await created({ ...job, resume_text: 'Ten years of PostgreSQL at a bank.' });
    const other = await created({
      ...job,
      candidate_name: 'Bo Li',
      candidate_email: 'bo@example.com',
      resume_text: 'A career changer from nursing, two years of front-end work.',
    });

    for (const { interview_id } of [one, other]) (await recruiter.generate(interview_id)).ok();

    expect(JSON.stringify(await asked(other.interview_id))).toBe(
      JSON.stringify(await asked(one.interview_id)),
    );
  });

  it('cost one kit: the second link asks no model without a résumé, and once with one', async () => {
    const job = aJob();
    const link = async (over: object) => {
      const { interview_id } = await created({ ...job, ...over });
      return tasksOf(() => recruiter.generate(interview_id));
    };
    const bare = { resume_text: undefined };

    const tasks = [
      await link(bare),
      await link(bare),
      await link({}),
      await link({ personalise: false }),
    ];

    expect(tasks[0]).toEqual(['derive_competencies', 'write_questions', 'write_questions']);
    expect(tasks.slice(1)).toEqual([[], ['write_lead_ins'], []]);
  });

  it('whose first links are made at the same moment make one kit', async () => {
    const job = { ...aJob(), resume_text: undefined };
    const interviews = await Promise.all(Array.from({ length: 8 }, () => created(job)));
    bedrock.setLatency(50);

    const tasks = await tasksOf(async () => {
      const replies = await Promise.all(
        interviews.map(({ interview_id }) => recruiter.generate(interview_id)),
      );
      return replies.find(({ status }) => status !== 200) ?? (replies[0] as Reply);
    });
    bedrock.setLatency(0);

    expect(tasks.filter((task) => task === 'derive_competencies')).toHaveLength(1);
    const seen = await Promise.all(
      interviews.map(async ({ interview_id }) => (await recruiter.read(interview_id)).ok()),
    );
    expect(new Set(seen.map(({ kit_id }) => kit_id)).size).toBe(1);
    const { versions } = (await kitOf(seen[0]?.kit_id ?? '')).ok();
    expect(versions).toMatchObject([{ version: 1, interviews: 8 }]);
  });
});

describe('requests for a job’s first kit at the same moment', () => {
  it('by recruiters and by links pay for one', async () => {
    const job = aJob();
    const plain = { ...job, resume_text: undefined };
    const interviews = await Promise.all([1, 2, 3].map(() => created(plain)));
    bedrock.setLatency(50);

    const kits: string[] = [];
    const tasks = await tasksOf(async () => {
      const links = interviews.map(({ interview_id }) => recruiter.generate(interview_id));
      const made = await Promise.all([1, 2].map(() => createKit(job)));
      kits.push(...made.map((one) => one.ok().kit_id));
      return (await Promise.all(links))[0] as Reply;
    });
    bedrock.setLatency(0);

    expect(tasks.filter((task) => task === 'derive_competencies')).toHaveLength(1);
    const seen = await Promise.all(
      interviews.map(async ({ interview_id }) => (await recruiter.read(interview_id)).ok()),
    );
    expect(new Set([...kits, ...seen.map(({ kit_id }) => kit_id)]).size).toBe(1);
  });

  it('make another one later, if one is asked for', async () => {
    const job = aJob();

    const first = (await createKit(job)).ok();
    const second = (await createKit(job)).ok();

    expect(second.kit_id).not.toBe(first.kit_id);
  });
});

describe('a kit', () => {
  it('is written with the questions that a recruiter brings along, and these first', async () => {
    const questions = [
      { text: 'Which outage taught you most?', competency: 'Learning from failure' },
      {
        text: 'What do you look at first in a review?',
        rubric: {
          criteria: [
            {
              name: 'Order',
              anchors: { 1: 'None.', 3: 'Names one.', 5: 'Names one and why.' },
              evidence_wanted: ['what comes first'],
              warning_signs: ['waves everything through'],
              weight: 1,
            },
          ],
        },
      },
    ];

    const kit = (
      await api.call('createKit', {
        access,
        body: newKit({ ...aJob(), question_count: 4, questions }),
      })
    ).ok();

    expect(kit).toMatchObject({ version: 1, status: 'draft', archived: false });
    expect(kit.questions).toHaveLength(4);
    expect(kit.questions.slice(0, 2).map(({ text }) => text)).toEqual(
      questions.map(({ text }) => text),
    );
    expect(kit.questions[1]?.rubric.criteria).toMatchObject([
      { id: 'order', warning_signs: ['waves everything through'] },
    ]);
    const learning = kit.competencies.find(({ name }) => name === 'Learning from failure');
    expect(kit.questions[0]?.competency_id).toBe(learning?.id);
  });

  it('is that of its job: an interview of the job takes it without being told', async () => {
    const job = aJob();
    const kit = (await api.call('createKit', { access, body: newKit(job) })).ok();
    const { interview_id } = await created({ ...job, resume_text: undefined });

    const tasks = await tasksOf(() => recruiter.generate(interview_id));

    expect(tasks).toEqual([]);
    expect((await recruiter.read(interview_id)).ok().kit_id).toBe(kit.kit_id);
  });

  it('gives an interview everything about the job, and refuses what differs', async () => {
    const kit = (await api.call('createKit', { access, body: newKit(aJob()) })).ok();
    const person = { candidate_name: 'Bo Li', candidate_email: 'bo@example.com' };
    const create = (over: object) => recruiter.create({ ...person, kit_id: kit.kit_id, ...over });

    const made = (await create({})).ok();
    const same = await create({ job_title: kit.job_title });
    const other = await create({ job_title: 'Something else', question_count: 9 });

    const { job_title, job_description, ai_interview_type, language, difficulty } = kit;
    expect(made).toMatchObject({
      job_title,
      job_description,
      ai_interview_type,
      language,
      difficulty,
    });
    expect(made.question_count).toBe(kit.questions.length);
    expect(same.status).toBe(201);
    expect(other.refusal().issues?.map(({ path }) => path)).toEqual([
      'job_title',
      'question_count',
    ]);
  });

  it('that is revised leaves the interviews that have it alone, until their next link', async () => {
    const kit = (await api.call('createKit', { access, body: newKit(aJob()) })).ok();
    const { kit_id } = kit;
    const over = { kit_id, job_title: undefined, job_description: undefined };
    const { interview_id } = await created({ ...over, resume_text: undefined });
    (await recruiter.generate(interview_id)).ok();
    const kept = await created({ ...over, resume_text: undefined });
    const started = api.candidate((await recruiter.generate(kept.interview_id)).ok());
    (await started.start()).ok();
    const before = await asked(interview_id);
    const [first, ...rest] = kit.questions;
    const questions = [{ ...first, text: 'Asked in other words?' }, ...rest];
    const revise = () =>
      api.call('reviseKit', { access, params: { kit_id }, body: { version: 1, questions } });

    const revised = (await revise()).ok();
    const repeated = (await revise()).ok();

    expect([revised.version, repeated.version]).toEqual([2, 2]);
    expect(await asked(interview_id)).toEqual(before);
    for (const id of [interview_id, kept.interview_id]) (await recruiter.regenerate(id)).ok();
    expect((await asked(interview_id))[0]?.text).toBe('Asked in other words?');
    expect(await asked(kept.interview_id)).toEqual(before);
    const { versions } = (await kitOf(kit_id)).ok();
    expect(versions.map(({ version, interviews }) => [version, interviews])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect((await kitOf(kit_id, 1)).ok().questions).toEqual(kit.questions);
  });

  it('with its newest version in use costs a new link no call and no new questions', async () => {
    const { interview_id } = await created(aJob());
    const first = (await recruiter.generate(interview_id)).ok();
    const before = (await recruiter.read(interview_id)).ok();

    const tasks = await tasksOf(() => recruiter.regenerate(interview_id));

    const after = (await recruiter.read(interview_id)).ok();
    expect(tasks).toEqual([]);
    expect(after.questions).toEqual(before.questions);
    expect((await recruiter.getLink(interview_id)).ok()).not.toMatchObject({
      link_token: first.link_token,
    });
  });

  it('that is archived is found by no job, goes on where it is in use, and can come back', async () => {
    const job = { ...aJob(), resume_text: undefined };
    const { interview_id } = await created(job);
    (await recruiter.generate(interview_id)).ok();
    const { kit_id } = (await recruiter.read(interview_id)).ok();
    const archive = (id: string | null, archived: boolean) =>
      api.call('archiveKit', { access, params: { kit_id: id ?? '' }, body: { archived } });

    (await archive(kit_id, true)).ok();
    const later = await created(job);
    (await recruiter.generate(later.interview_id)).ok();
    const other = (await recruiter.read(later.interview_id)).ok().kit_id;
    (await recruiter.regenerate(interview_id)).ok();
    (await archive(other, true)).ok();
    (await archive(kit_id, false)).ok();
    const last = await created(job);
    (await recruiter.generate(last.interview_id)).ok();

    expect(other).not.toBe(kit_id);
    expect((await recruiter.read(interview_id)).ok().kit_id).toBe(kit_id);
    expect((await recruiter.read(last.interview_id)).ok().kit_id).toBe(kit_id);
  });

  it('can be listened to, and is spoken once', async () => {
    stack.setVoice(true);
    let spoken = 0;
    stack.hear((service, _operation, _input, phase) => {
      if (service === 'polly' && phase === 'before') spoken++;
    });
    const kit = (await api.call('createKit', { access, body: newKit(aJob()) })).ok();
    const body = { version: 1, question_id: kit.questions[0]?.id };
    const listen = () =>
      api.call('speakQuestion', { access, params: { kit_id: kit.kit_id }, body });

    const [one, two] = [(await listen()).ok(), (await listen()).ok()];

    expect(one.audio_url).toMatch(/^\/media\/tts\/kit_[0-9a-f-]{36}_1_[0-9a-f-]{36}\.mp3$/);
    expect(two).toEqual(one);
    expect(spoken).toBeLessThanOrEqual(1);
    const sound = await fetch(`${stack.url}${one.audio_url}`);
    expect(sound.headers.get('content-type')).toBe('audio/mpeg');
  });

  it.each([
    ['weights that do not add up', (q: object[]) => q.map((one) => ({ ...one, weight: 0.9 }))],
    [
      'the same id twice',
      (q: object[]) => q.map((one) => ({ ...one, id: (q[0] as { id: string }).id })),
    ],
    ['no questions', () => []],
    [
      'a competency that it lacks',
      (q: object[]) => q.map((one) => ({ ...one, competency_id: 'none' })),
    ],
    [
      'a text that is too long',
      (q: object[]) => q.map((one) => ({ ...one, text: 'x'.repeat(1201) })),
    ],
  ])('refuses %s with the path', async (_, change) => {
    const kit = (await api.call('createKit', { access, body: newKit(aJob()) })).ok();
    const body = { version: 1, questions: change(kit.questions) };

    const reply = await api.call('reviseKit', { access, params: { kit_id: kit.kit_id }, body });

    expect(reply.status).toBe(400);
    expect(reply.refusal().issues?.[0]?.path).toMatch(/^questions/);
  });
});

describe('the list of kits', () => {
  it('shows the newest first, page by page, each once, without rubrics', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n++) {
      made.push((await api.call('createKit', { access, body: newKit(aJob()) })).ok().kit_id);
    }
    const list = async (query: Record<string, string>) =>
      (await api.call('listKits', { access, query })).ok();

    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({
        limit: '2',
        ...(cursor && { cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(JSON.stringify(page)).not.toContain('anchors');
      seen.push(...page.items.map(({ kit_id }) => kit_id));
      cursor = page.next_cursor;
    } while (cursor);

    expect(seen.slice(0, 5)).toEqual(made.toReversed());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('refuses a cursor of another list, one that was altered, and a limit out of bounds', async () => {
    const page = (await api.call('listKits', { access, query: { limit: '1' } })).ok();
    const cursor = page.next_cursor ?? '';
    const list = (query: Record<string, string>) => api.call('listKits', { access, query });

    const replies = [
      await list({ cursor, archived: 'true' }),
      await list({ cursor: `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}` }),
      await list({ limit: '101' }),
      await list({ limit: 'many' }),
    ];

    expect(replies.map((reply) => reply.refusal().code)).toEqual([
      'invalid_cursor',
      'invalid_cursor',
      'invalid_input',
      'invalid_input',
    ]);
  });
});

describe('answers at the same moment as the end', () => {
  it('are read once', async () => {
    const candidate = await invite(stack, recruiter, { ...aJob(), resume_text: undefined });
    (await candidate.start()).ok();
    bedrock.setLatency(300);

    const tasks = await tasksOf(async () => {
      const submitted = candidate.submit(anAnswer(1));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [, completed] = await Promise.all([submitted, candidate.complete()]);
      return completed;
    });
    bedrock.setLatency(0);

    expect(tasks.filter((task) => task === 'assess_answer')).toHaveLength(1);
    expect(tasks.filter((task) => task === 'write_closing')).toHaveLength(1);
  });
});
