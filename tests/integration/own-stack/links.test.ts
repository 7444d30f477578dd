import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isoUtc } from '../../../shared/domain/plain-text.ts';
import { connectTable } from '../../../shared/table/client.ts';
import { interviewsSignedWith } from '../../../shared/table/signed-links.ts';
import type { Candidate, Recruiter } from '../../support/client.ts';
import {
  anAnswer,
  answerAll,
  begin,
  candidateCalls,
  finish,
  invite,
  newInterview,
} from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';

const minute = 60_000;
const now = Date.parse('2027-03-14T09:00:00.000Z');

// Before the functions are loaded: they keep `Date.now` as it is then.
vi.useFakeTimers({ toFake: ['Date'], now });
const stack = await startTestStack();
const { api, table } = stack;
let recruiter: Recruiter;
beforeEach(async () => {
  vi.setSystemTime(now);
  recruiter = await api.logIn();
});

const firstOf = async ({ interview_id }: Candidate) =>
  (await recruiter.read(interview_id)).ok().questions[0]?.id ?? '';
/** The outcome of each row for candidates: `200`, or the status and code of the refusal. */
const outcomes = async (candidate: Candidate, question_id: string) => {
  const found: Record<string, string> = {};
  for (const [name, call] of candidateCalls(candidate, question_id)) {
    const reply = await call();
    found[name] = reply.status === 200 ? '200' : `${reply.status} ${reply.refusal().code}`;
  }
  return found;
};
const rows = ['open', 'view', 'start', 'draft', 'submit', 'accommodation', 'complete'];
const everywhere = (outcome: string, over: object = {}) => ({
  ...Object.fromEntries(rows.map((name) => [name, outcome])),
  ...over,
});
const renewed = async (candidate: Candidate) =>
  api.candidate((await recruiter.regenerate(candidate.interview_id)).ok());

describe('a link that is replaced in the middle of an interview', () => {
  it('is refused on every row, and the new one continues at the right question', async () => {
    const old = await begin(stack, recruiter);
    (await old.submit(anAnswer(1))).ok();
    (await old.draft(old.questions[1]?.id ?? '', 'Half of it', 1)).ok();

    const fresh = await renewed(old);

    expect(await outcomes(old, old.questions[1]?.id ?? '')).toEqual(
      everywhere('401 link_replaced'),
    );
    const resumed = (await fresh.start()).ok();
    expect(resumed).toMatchObject({
      session_id: old.session_id,
      current_question_id: old.questions[1]?.id,
      answered_questions: 1,
      draft: { text: 'Half of it' },
    });
    await answerAll(fresh);
    expect((await fresh.complete()).ok()).toMatchObject({ status: 'completed' });
  });

  it('is replaced before the start, and the questions are those of the kit', async () => {
    const old = await invite(stack, recruiter);

    const fresh = await renewed(old);

    expect(await outcomes(old, await firstOf(old))).toEqual(everywhere('401 link_replaced'));
    // The kit has no newer version.
    expect(fresh.session_id).toBe(old.session_id);
    expect((await fresh.start()).ok().questions).toHaveLength(3);
  });

  it('stays replaced when it is replaced again, and after completion', async () => {
    const first = await begin(stack, recruiter);
    const second = await renewed(first);
    const third = await renewed(second);
    (await third.complete()).ok();

    const seen = [first, second, third].map(async (one) => (await one.view()).status);

    expect(await Promise.all(seen)).toEqual([401, 401, 200]);
    expect((await recruiter.regenerate(first.interview_id)).refusal().code).toBe(
      'interview_completed',
    );
  });
});

describe('a token that is refused', () => {
  it('is refused with the same bytes whatever is wrong with it', async () => {
    const candidate = await begin(stack, recruiter);
    const other = await begin(stack, recruiter);
    const deleted = await begin(stack, recruiter);
    await table.remove(deleted.interview_id);
    const moved = await begin(stack, recruiter);
    await table.changeInterview(moved.interview_id, { candidate_email: 'other@example.com' });
    const { interview_id, session_id, link_token: token } = candidate;
    const start = (link_token: string) =>
      api.call('startInterview', { body: { interview_id, link_token } });

    const replies = await Promise.all([
      start(''),
      start('x'.repeat(10_000)),
      start('🦊'.repeat(55)),
      start(`${token}=`),
      start(`${token.slice(0, -1)}`),
      start(token.toUpperCase()),
      start(` ${token}`),
      start(other.link_token),
      api.call('viewInterview', { body: { link_token: token.replace(/.$/, '_') } }),
      api.call('openInterview', { params: { token: 'x' } }),
      api.call('completeInterview', { body: { session_id, link_token: other.link_token } }),
      deleted.start(),
      deleted.complete(),
      moved.view(),
      moved.ask('More time, please.'),
    ]);

    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['401 {"error":"Invalid interview token","code":"link_invalid"}']),
    );
  });

  it('is refused before anything is read from the table', async () => {
    const { link_token } = await begin(stack, recruiter);
    let reads = 0;
    stack.hear((service) => {
      if (service === 'dynamodb') reads++;
    });

    await api.call('viewInterview', { body: { link_token: `A${link_token.slice(1, -1)}x` } });

    expect(reads).toBe(0);
  });

  it('is succeeded by another token after the address has changed', async () => {
    const candidate = await begin(stack, recruiter);
    await table.changeInterview(candidate.interview_id, { candidate_email: 'new@example.com' });

    const read = (await recruiter.getLink(candidate.interview_id)).ok();

    expect(read.link_token).not.toBe(candidate.link_token);
    expect((await api.candidate(read).start()).status).toBe(200);
    expect((await candidate.start()).refusal().code).toBe('link_invalid');
  });
});

describe('the window', () => {
  const times = { starts_at: isoUtc(now + 30 * minute), ends_at: isoUtc(now + 60 * minute) };
  const opens = now + 15 * minute;
  const expires = now + 180 * minute;
  const started = async () => {
    const candidate = await invite(stack, recruiter, times);
    vi.setSystemTime(now + 20 * minute);
    const { questions } = (await candidate.start()).ok();
    return { ...candidate, questions };
  };

  it.each([
    ['a millisecond before it opens', opens - 1, '403 link_not_open'],
    ['the millisecond in which it opens', opens, '200'],
    ['the millisecond in which it ends', expires, '200'],
    ['a millisecond after it ends', expires + 1, '403 link_expired'],
  ])('is exact in %s; help can be requested outside too', async (_, at, outcome) => {
    const candidate = await started();

    vi.setSystemTime(at);

    const found = await outcomes(candidate, candidate.questions[0]?.id ?? '');
    expect(found).toEqual(everywhere(outcome, { accommodation: '200' }));
  });

  it('ends with the questions whose draft was not sent, on every row', async () => {
    const candidate = await started();
    const [first, second, third] = candidate.questions.map(({ id }) => id);
    (await candidate.draft(first ?? '', 'Sent below', 1)).ok();
    (await candidate.submit('Sent', first)).ok();
    (await candidate.draft(second ?? '', 'Half of it', 1)).ok();
    (await candidate.draft(third ?? '', ' ', 1)).ok();

    vi.setSystemTime(expires + 25 * 60 * minute);

    for (const [name, call] of candidateCalls(candidate, second ?? '')) {
      expect({ name, ...(await call()).refusal() }).toMatchObject({
        name,
        code: 'link_expired',
        status: 'in_progress',
        unsent_questions: [2],
        expires_at: isoUtc(expires),
        server_time: isoUtc(expires + 25 * 60 * minute),
      });
    }
  });

  it('is returned to a candidate who is too early', async () => {
    const candidate = await invite(stack, recruiter, times);

    const refusal = (await candidate.start()).refusal();

    expect(refusal).toMatchObject({
      code: 'link_not_open',
      opens_at: isoUtc(opens),
      server_time: isoUtc(now),
    });
  });

  it('moves with an interview that is rescheduled, in both directions', async () => {
    const candidate = await invite(stack, recruiter, times);
    const move = (minutes: number) =>
      table.changeInterview(candidate.interview_id, {
        starts_at: isoUtc(now + minutes * minute),
        ends_at: isoUtc(now + (minutes + 30) * minute),
      });
    const seen = async () => {
      const reply = await candidate.view();
      return reply.status === 200 ? 'open' : reply.refusal().code;
    };
    const before = await seen();
    await move(10);
    const moved = await seen();
    await move(-300);
    const past = await seen();
    await move(60);

    const again = await seen();

    expect([before, moved, past, again]).toEqual([
      'link_not_open',
      'open',
      'link_expired',
      'link_not_open',
    ]);
  });
});

describe('generating a link again', () => {
  it('returns the live one, without a model call or a write', async () => {
    const candidate = await invite(stack, recruiter);
    const asked = stack.bedrock.calls.length;
    const before = await table.scan();

    const again = (await recruiter.generate(candidate.interview_id)).ok();

    expect(again.link_token).toBe(candidate.link_token);
    expect(stack.bedrock.calls).toHaveLength(asked);
    expect(await table.scan()).toEqual(before);
  });

  it('is refused for an interview that is completed, and for one that no longer exists', async () => {
    const { interview_id } = await finish(stack, recruiter);
    const gone = (await recruiter.create(newInterview())).ok();
    await table.remove(gone.interview_id);

    const codes = [
      (await recruiter.generate(interview_id)).refusal().code,
      (await recruiter.generate(gone.interview_id)).refusal().code,
      (await recruiter.read(gone.interview_id)).refusal().code,
    ];

    expect(codes).toEqual(['interview_completed', 'interview_not_found', 'interview_not_found']);
  });
});

describe('the key', () => {
  const keyOf = (token: string) => Buffer.from(token, 'base64url')[1];
  const rotate = async (...options: string[]) => {
    const command = ['bin/rotate-link-key.ts', '--secret', stack.names.linkKeys, ...options];
    return (await promisify(execFile)(process.execPath, command)).stdout;
  };
  const looks = () => {
    const seen: string[] = [];
    stack.hear((service, operation, _input, phase) => {
      if (service === 'secrets-manager' && phase === 'before') seen.push(operation);
    });
    return seen;
  };

  it('may be rotated in the middle of an interview, and then retired', async () => {
    // Later than any earlier test, whose keys would be cached until then.
    vi.setSystemTime(now + 24 * 60 * minute);
    recruiter = await api.logIn();
    const candidate = await begin(stack, recruiter);
    const waiting = await invite(stack, recruiter);
    (await candidate.submit(anAnswer(1))).ok();
    const moved = await begin(stack, recruiter);

    const said = await rotate();

    expect(said).toBe('New links are signed with key 2; accepted are 1, 2\n');
    expect((await candidate.submit(anAnswer(2))).ok().answered_questions).toBe(2);
    // Regenerate-link was not called before and reads the keys now; the others have cached them.
    const renewal = await renewed(moved);
    expect(keyOf(renewal.link_token)).toBe(2);
    expect((await renewal.start()).ok().session_id).toBe(moved.session_id);
    expect((await recruiter.read(moved.interview_id)).ok().link).toMatchObject({ generation: 2 });
    const again = (await recruiter.generate(moved.interview_id)).ok();
    expect(again.link_token).toBe(renewal.link_token);

    // The functions keep the keys for five minutes.
    vi.setSystemTime(Date.now() + 5 * minute);
    const read = (await recruiter.getLink(candidate.interview_id)).ok();
    const made = await invite(stack, recruiter);
    expect(read.link_token).toBe(candidate.link_token);
    expect([keyOf(read.link_token), keyOf(made.link_token)]).toEqual([1, 2]);

    const table = ['--table', stack.names.table];
    await expect(rotate('--retire', '1', ...table)).rejects.toThrow(/Key 1 stays: .* interviews/);
    const used = interviewsSignedWith(connectTable(stack.names.table), 1, Date.UTC(2100, 0));
    expect(await used).toEqual([]);
    await rotate('--retire', '1', '--force');
    vi.setSystemTime(Date.now() + 5 * minute);

    expect(await outcomes(candidate, await firstOf(candidate))).toEqual(
      everywhere('401 link_invalid'),
    );
    expect((await recruiter.getLink(candidate.interview_id)).refusal().code).toBe('link_not_found');
    expect((await recruiter.read(candidate.interview_id)).ok().link.status).toBe('none');
    expect((await made.view()).status).toBe(200);

    // Generating returns both a link under the new key; the one in progress keeps its answers.
    const fresh = api.candidate((await recruiter.generate(candidate.interview_id)).ok());
    const other = api.candidate((await recruiter.generate(waiting.interview_id)).ok());
    expect((await fresh.start()).ok()).toMatchObject({
      session_id: candidate.session_id,
      answered_questions: 2,
    });
    expect((await other.start()).ok().answered_questions).toBe(0);
    expect([fresh, other].map(({ link_token }) => keyOf(link_token))).toEqual([2, 2]);
  });

  it('is looked for at once if it is not known, and not for each of many forged tokens', async () => {
    vi.setSystemTime(now + 48 * 60 * minute);
    recruiter = await api.logIn();
    const candidate = await begin(stack, recruiter);
    (await candidate.view()).ok();
    const bytes = Buffer.from(candidate.link_token, 'base64url');
    const view = (key_id: number) => {
      bytes[1] = key_id;
      return api.call('viewInterview', { body: { link_token: bytes.toString('base64url') } });
    };
    const seen = looks();

    const replies = [];
    for (let id = 3; id < 30; id++) replies.push(await view(id));
    vi.setSystemTime(Date.now() + 10_000);
    replies.push(await view(3));
    const before = seen.length;
    vi.setSystemTime(Date.now() - 60 * minute);
    recruiter = await api.logIn();
    replies.push(await view(3));

    // The kept keys are no longer trusted either, and the new ones lack this id too.
    expect(seen.length - before).toBe(2);
    expect(new Set(replies.map((reply) => reply.refusal().code))).toEqual(
      new Set(['link_invalid']),
    );
    expect(seen.slice(0, before)).toEqual(['GetSecretValue', 'GetSecretValue']);
  });
});
