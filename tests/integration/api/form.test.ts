import { describe, expect, it } from 'vitest';
import { needsLogin } from '../../../shared/contract/endpoint-row.ts';
import { endpointNames, type Reply, rows } from '../../support/client.ts';
import { invite, newInterview } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { expectErrorForm } from './refusals.ts';
import { sampleRequests } from './samples.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();
const samples = await sampleRequests(stack, recruiter);

const withBody = endpointNames.filter((name) => rows[name].body);
const openToAll = endpointNames.filter(
  (name) => rows[name].method === 'GET' && !needsLogin(rows[name].access),
);
const keysOf = (reply: Reply) => Object.keys(reply.json()).toSorted();

describe('every row', () => {
  it.each(endpointNames)(
    '%s returns what its schema promises, uncached, with no referrer',
    async (name) => {
      const reply = await api.call(name, samples[name]);

      reply.ok();
      expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it.each(endpointNames)('%s returns the same without the trailing slash', async (name) => {
    const withSlash = await api.call(name, samples[name]);

    const without = await api.call(name, { ...samples[name], slash: false });

    expect(without.status).toBe(rows[name].status);
    expect(keysOf(without)).toEqual(keysOf(withSlash));
  });

  it.each(endpointNames)('%s writes every time as ISO 8601 in UTC with Z', async (name) => {
    const { text } = await api.call(name, samples[name]);

    const times = text.match(/"\w+_at":"[^"]*"/g) ?? [];
    for (const time of times) {
      expect(time).toMatch(/:"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z"$/);
    }
  });
});

it('an id in capitals is the same id in every step of a request', async () => {
  const { interview_id } = (await recruiter.create(newInterview())).ok();
  const capitals = interview_id.toUpperCase();

  (await recruiter.generate(capitals)).ok();
  (await recruiter.regenerate(capitals)).ok();
  const { interview_id: read } = (await recruiter.read(capitals)).ok();
  const { access } = recruiter;
  const params = { interview_id: capitals };
  const cancelled = (await api.call('cancelInterview', { access, params })).ok();
  const erased = (await api.call('eraseInterview', { access, params })).ok();

  expect([read, cancelled.interview_id, erased.interview_id]).toEqual(Array(3).fill(interview_id));
});

describe('every row with a body', () => {
  const broken = ['{', 'null', '[]', '"text"', '5'];
  /** Broken too, unless everything may be left out. */
  const empty = ['', '{}', '{"link_token":5,"email":5}'];

  it.each(withBody)('%s refuses one that is not JSON or has the wrong type', async (name) => {
    const all = rows[name].body?.safeParse({}).success ? broken : [...broken, ...empty];
    const replies = await Promise.all(
      all.map((body) => api.call(name, { ...samples[name], body })),
    );

    for (const reply of replies) {
      expectErrorForm(reply, 400, 'invalid_input');
      expect(reply.refusal().issues?.length).toBeGreaterThan(0);
    }
  });

  it.each(withBody)('%s refuses bytes that are not UTF-8', async (name) => {
    const body = Buffer.from(JSON.stringify({ ...Object(samples[name].body), more: '#' }));
    body[body.lastIndexOf('#')] = 0xff;

    const reply = await api.call(name, { ...samples[name], body });

    expectErrorForm(reply, 400, 'invalid_input');
    expect(reply.refusal().error).toContain('UTF-8');
  });

  it.each(['login', 'createInterview', 'submitResponse'] as const)(
    '%s refuses one of more than 10 MB',
    async (name) => {
      const body = ' '.repeat(10 * 1024 * 1024 + 1);

      const reply = await api.call(name, { ...samples[name], body });

      expectErrorForm(reply, 413, 'payload_too_large');
    },
  );

  it('accepts one with a byte order mark before it', async () => {
    const body = `\ufeff${JSON.stringify(samples.viewInterview.body)}`;

    const reply = await api.call('viewInterview', { body });

    expect(reply.status).toBe(200);
  });

  it('accepts one of 10 MB', async () => {
    const { link_token } = await invite(stack, recruiter);
    const body = JSON.stringify({ link_token }).padEnd(10 * 1024 * 1024);

    const reply = await api.call('viewInterview', { body });

    expect(reply.status).toBe(200);
  });

  it('has issues where the gateway itself cannot read what came, too', async () => {
    const reply = await fetch(`${stack.url}/api/interviews/%FF/`);

    const message = 'The request parameters cannot be read';
    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({
      error: message,
      code: 'invalid_input',
      issues: [{ path: '', message }],
    });
  });

  it('names the field and the rule, and never repeats what was sent', async () => {
    const body = { candidate_name: 5, ai_interview_type: 'shouting-contest' };

    const refusal = (await recruiter.create(body)).refusal();

    const paths = refusal.issues?.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['candidate_name', 'candidate_email', 'ai_interview_type']),
    );
    expect(JSON.stringify(refusal)).not.toContain('shouting-contest');
  });
});

describe('an address without a route', () => {
  it.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/nothing/'],
    ['POST', '/api/health/'],
    ['GET', '/api/auth/login/'],
    ['DELETE', '/api/interviews/'],
    ['POST', '/api/ai-interview/public/draft/'],
    ['GET', '/api/interviews/openly/a/b/'],
    ['PATCH', '/api/interviews/'],
  ])('is not found: %s %s', async (method, path) => {
    const response = await fetch(`${api.base}${path}`, { method });

    const body = await response.json();
    expect([response.status, body.code]).toEqual([404, 'not_found']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('HEAD', () => {
  it.each(openToAll)('of %s has the headers of GET, no body, and changes nothing', async (name) => {
    const interview_id = String(samples.getInterview.params?.interview_id);
    const before = await stack.table.about(interview_id);
    const got = await api.call(name, samples[name]);

    const reply = await api.call(name, { ...samples[name], method: 'HEAD' });

    expect([reply.status, reply.text]).toEqual([got.status, '']);
    expect(reply.headers.get('content-type')).toBe(got.headers.get('content-type'));
    expect(await stack.table.about(interview_id)).toEqual(before);
  });
});
