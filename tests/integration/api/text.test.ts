import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/client.ts';
import { begin, invite, newInterview } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { expectErrorForm } from './refusals.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();
const candidate = await begin(stack, recruiter);
const first = candidate.questions[0]?.id ?? '';

const create = (field: string) => (text: string) =>
  recruiter.create(newInterview({ [field]: text }));
const submit = (text: string) => candidate.submit(text, first);
const draft = (text: string) => candidate.draft(first, text, 1);
const ask = (text: string) => candidate.ask(text);

/** An address of this many characters. */
const address = (length: number) => {
  const labels = Array.from({ length: 4 }, () => 'd'.repeat(45)).join('.');
  return `${'a'.repeat(length - labels.length - 5)}@${labels}.com`;
};

const fields: [field: string, limit: number, send: (text: string) => Promise<Reply>][] = [
  ['candidate_name', 200, create('candidate_name')],
  ['job_title', 200, create('job_title')],
  ['job_description', 50_000, create('job_description')],
  ['resume_text', 50_000, create('resume_text')],
  ['response_text', 20_000, submit],
  ['text', 20_000, draft],
  ['message', 2_000, ask],
];

describe('a text', () => {
  it.each(fields)('%s may have %i characters and no more', async (field, limit, send) => {
    const other = await begin(stack, recruiter);
    const taken =
      field === 'response_text'
        ? await other.submit('x'.repeat(limit))
        : field === 'text'
          ? await other.draft(other.questions[0]?.id ?? '', 'x'.repeat(limit), 1)
          : await send('x'.repeat(limit));

    const refused = await send('x'.repeat(limit + 1));

    expect(taken.status).toBeLessThan(300);
    expectErrorForm(refused, 400, 'invalid_input');
    const [issue] = refused.refusal().issues ?? [];
    expect(issue?.path).toBe(field);
    expect(issue?.message).toContain(limit.toLocaleString('en-US'));
    expect(refused.refusal().error).toContain(field);
  });

  it('counts characters, not their UTF-16 halves or their bytes', async () => {
    const other = await begin(stack, recruiter);

    const taken = await other.submit('😀'.repeat(20_000));
    const refused = await other.submit('😀'.repeat(20_001));

    expect(taken.status).toBe(200);
    expectErrorForm(refused, 400, 'invalid_input');
  });

  it('may be a job description and a résumé of 50,000 characters of four bytes each', async () => {
    const longest = '𝔗'.repeat(50_000);
    const sent = newInterview({ job_description: longest, resume_text: longest });

    const { interview_id } = (await recruiter.create(sent)).ok();

    const read = (await recruiter.read(interview_id)).ok();
    expect([read.job_description, read.resume_text]).toEqual([longest, longest]);
  });

  it.each(fields)('%s is refused with NUL or half a character', async (_field, _limit, send) => {
    const texts = ['a\0b', '\0', 'a\ud83d', '\ude00b', '\ude00\ud83d', 'x\udfff'];

    const replies = await Promise.all(texts.map((text) => send(text)));

    for (const reply of replies) expectErrorForm(reply, 400, 'invalid_input');
  });

  it.each(['', ' ', '\n\t\r', '\u3000\u00a0'])('of %j is not an answer', async (text) => {
    const reply = await submit(text);

    expectErrorForm(reply, 400, 'invalid_input');
    expect(reply.refusal().issues?.[0]).toEqual({
      path: 'response_text',
      message: 'response_text must not be empty',
    });
  });
});

describe('an address', () => {
  it('may have 254 characters and no more', async () => {
    const email = address(254);

    const taken = await recruiter.create(newInterview({ candidate_email: email }));
    const refused = await recruiter.create(newInterview({ candidate_email: address(255) }));

    expect(email).toHaveLength(254);
    expect(taken.ok().candidate_email).toBe(email);
    expectErrorForm(refused, 400, 'invalid_input');
    expect(refused.refusal().issues?.[0]?.path).toBe('candidate_email');
  });
});

/** Texts that careless programs would change. */
const texts: Record<string, string> = {
  emoji: '👩🏽‍💻 and 👨‍👩‍👧‍👦 and 🇮🇳 and ☕️',
  'right to left': 'أعمل في حيفا מאז 2019, \u202Ereversed\u202C and \u200Fmarks\u200E',
  'combining marks': 'A\u030A o\u0308 n\u0303 \u0915\u094D\u0937 Z\u0351\u036F',
  'both normal forms': 'é e\u0301 Å \u212B A\u030A ﬁ Ⅻ',
  'line ends': 'one\r\ntwo\nthree\rfour\u2028five\u2029six\u0085seven',
  'white space around it': ' \t\n  inside  \n\t ',
  'zero width': '\uFEFFa\u200Bb\u200Cc\u200Dd\u2060e\u00ADf',
  'control characters': 'bell\u0007 escape\u001B delete\u007F unit\u001F',
  'beyond the first plane': '𠜎𠜱 𝒜 🜁 \u{10FFFD}',
  'what other programs give a meaning': '<b>&amp; "\\u0041" \\n $(x) {{y}} %s %00 \' -- </script>',
};

describe('the bytes of', () => {
  it.each(Object.entries(texts))('%s are returned unchanged everywhere', async (_, text) => {
    const names = { candidate_name: text, job_title: text };
    const own = await invite(stack, recruiter, {
      ...names,
      job_description: text,
      resume_text: text,
    });
    const { questions } = (await own.start()).ok();
    const [one, two] = questions.map(({ id }) => id);

    (await own.submit(text, one)).ok();
    (await own.draft(two ?? '', text, 1)).ok();
    (await own.ask(text)).ok();

    const started = (await own.start()).ok();
    const read = (await recruiter.read(own.interview_id)).ok();
    const out = {
      'name at start': started.candidate_name,
      'title at start': started.job_title,
      'answer at start': started.responses[0]?.response_text,
      'draft at start': started.draft?.text,
      'name read': read.candidate_name,
      'title read': read.job_title,
      'description read': read.job_description,
      'résumé read': read.resume_text,
      'answer read': read.responses[0]?.response_text,
      'request read': read.accommodations[0]?.message,
    };
    for (const [where, came] of Object.entries(out)) {
      expect([where, Buffer.from(came ?? '').toString('hex')]).toEqual([
        where,
        Buffer.from(text).toString('hex'),
      ]);
    }
  });
});

describe('a new interview', () => {
  it.each([
    ['question_count', 2],
    ['question_count', 16],
    ['question_count', 4.5],
    ['question_count', '5'],
    ['follow_ups', 3],
    ['follow_ups', -1],
    ['ai_interview_type', 'video'],
    ['difficulty', 'extreme'],
    ['language', 'not a tag'],
    ['starts_at', 'tomorrow'],
    ['starts_at', '2026-11-23T10:00:00'],
    ['starts_at', '2027-02-29T10:00:00Z'],
    ['ends_at', '2020-01-01T10:00:00Z'],
    ['candidate_email', 'nobody'],
    ['candidate_name', ''],
    ['job_description', '  '],
  ])('is refused with the %s %j, and the error names the field', async (field, value) => {
    const reply = await recruiter.create(newInterview({ [field]: value }));

    expectErrorForm(reply, 400, 'invalid_input');
    expect(reply.refusal().issues?.[0]?.path).toBe(field);
  });

  it('has five questions, an hour, English and medium difficulty by default', async () => {
    const { question_count: _, ...sent } = newInterview({ starts_at: '2028-02-29T23:30:00+01:00' });

    const made = (await recruiter.create(sent)).ok();

    expect(made).toMatchObject({
      question_count: 5,
      language: 'en-US',
      difficulty: 'medium',
      status: 'scheduled',
      starts_at: '2028-02-29T22:30:00Z',
      ends_at: '2028-02-29T23:30:00Z',
    });
  });
});
