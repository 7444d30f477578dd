import { expect, it } from 'vitest';
import { serveApi, shared } from '../../../local/gateway/api.ts';
import { startServer } from '../../../local/wire/h2c-server.ts';
import { nextStepIn, nextStepVariable } from '../../../shared/domain/next-step.ts';

const origin = 'https://ats.example.com';

const ask = (
  method: string,
  headers: Record<string, string>,
  origins: readonly string[] = [origin],
) =>
  serveApi({ authorize: async () => null, timeout: undefined, origins })({
    method,
    path: '/api/nothing/',
    query: '',
    headers,
    body: Buffer.alloc(0),
    signal: new AbortController().signal,
  });

it('answers the preflight of a named origin as the distribution does', async () => {
  const answer = await ask('OPTIONS', { origin, 'access-control-request-method': 'PATCH' });

  expect(answer).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
      'access-control-max-age': '3600',
    },
  });
  expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
});

it('lets a named origin read answers, refusals too, and no other', async () => {
  const named = await ask('GET', { origin });

  expect(named).toMatchObject({
    status: 404,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'retry-after, idempotency-replayed',
      vary: 'origin',
    },
  });
  for (const other of [
    await ask('GET', { origin: 'https://evil.example.com' }),
    await ask('GET', {}),
    await ask('GET', { origin }, []),
    await ask('OPTIONS', { origin, 'access-control-request-method': 'GET' }, []),
    await ask('OPTIONS', { origin: 'null', 'access-control-request-method': 'GET' }),
  ]) {
    expect(other.status).toBe(404);
    expect(JSON.stringify(other.headers)).not.toMatch(/access-control|vary/);
  }
});

it('lets it read too why what it sent never became a request', async () => {
  const server = await startServer({
    handle: async () => ({ status: 200 }),
    refuse: (status, sent = '') => shared([origin], sent, { status }),
    bodyLimit: 1,
  });

  const answer = await fetch(server.endpoint, { method: 'POST', body: 'ab', headers: { origin } });
  await server.close();

  expect(answer.status).toBe(413);
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
});

it('carries the sentence on what happens next through an environment of ASCII', () => {
  const sentences = [
    'Wir melden uns bis Freitag – versprochen.',
    '面接官からご連絡します。',
    'none',
  ];

  for (const sentence of sentences) {
    expect(nextStepVariable(sentence)).toMatch(/^[\w-]+$/);
    expect(nextStepIn(nextStepVariable(sentence))).toBe(sentence);
  }
  expect(nextStepIn(nextStepVariable(undefined))).toBeNull();
});
