import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { echo, send } from '../../support/answer-row.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { apiEvent } from '../../support/events.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.stop());

describe('a body', () => {
  it('is also read from base64', async () => {
    const reply = await send(echo, apiEvent({ body: { text: '🙂 é' }, base64: true }));

    expect(reply.body).toEqual({ said: '🙂 é' });
  });

  it.each([
    ['nothing', undefined],
    ['an empty string', ''],
    ['white space', '  \n'],
    ['a word', 'hello'],
    ['cut JSON', '{"text": "hel'],
    ['form fields', 'text=hello'],
    ['JSON and more', '{"text":"a"} {}'],
    ['NaN', 'NaN'],
  ])('of %s is refused as invalid JSON', async (_name, body) => {
    const reply = await send(echo, apiEvent({ body }));

    expect(reply).toMatchObject({
      status: 400,
      body: {
        error: 'The request body is not valid JSON',
        code: 'invalid_input',
        issues: [{ path: '', message: 'must be valid JSON' }],
      },
    });
  });

  it.each([
    ['missing', {}, 'text', /is required/],
    ['a number', { text: 5 }, 'text', /expected string, received number/],
    ['null', { text: null }, 'text', /expected string, received null/],
    ['a list', { text: ['a'] }, 'text', /expected string, received array/],
    ['empty', { text: '' }, 'text', /must not be empty/],
    ['a character too long', { text: 'a'.repeat(11) }, 'text', /at most 10 characters/],
    ['an emoji too long', { text: '🙂'.repeat(11) }, 'text', /at most 10 characters/],
    ['NUL', { text: 'a\0' }, 'text', /NUL or lone surrogate/],
    ['a lone surrogate', { text: '\ud800' }, 'text', /NUL or lone surrogate/],
    ['an unknown word', { text: 'a', kind: 'three' }, 'kind', /"one"\|"two"/],
  ])(
    'with a field that is %s is refused with the name of the field',
    async (_name, body, path, message) => {
      const reply = await send(echo, apiEvent({ body }));

      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ code: 'invalid_input' });
      expect(reply.body.issues).toEqual([{ path, message: expect.stringMatching(message) }]);
      expect(reply.body.error).toContain(path);
      expect(reply.body.error).toMatch(message);
    },
  );

  it('that is wrong in two fields is refused, naming both', async () => {
    const reply = await send(echo, apiEvent({ body: { text: '', kind: 5 } }));

    expect(reply.body.issues.map(({ path }: { path: string }) => path)).toEqual(['text', 'kind']);
  });

  it.each(['[]', '"text"', '5', 'null', 'true'])('is refused if it is just %s', async (body) => {
    const reply = await send(echo, apiEvent({ body }));

    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  it('that is refused is described in one plain sentence', async () => {
    const replies = await Promise.all(
      [{ text: 5 }, '[]', { text: 'a', kind: 'three' }].map((body) =>
        send(echo, apiEvent({ body })),
      ),
    );

    for (const { body } of replies) expect(body.error.match(/invalid/gi)).toHaveLength(1);
  });

  it('that is refused is repeated neither in the response nor in the log', async () => {
    const secret = 'my answer is long';
    const bodies = [{ text: secret }, { text: 'a', kind: secret }, `{"text":"${secret}`, [secret]];

    const replies = await Promise.all(bodies.map((body) => send(echo, apiEvent({ body }))));

    expect(JSON.stringify(replies)).not.toContain(secret);
    expect(output.text()).not.toContain(secret);
  });

  it('may contain unknown fields, which are not passed on', async () => {
    const event = apiEvent({ body: { text: 'a', more: 1 } });

    const reply = await send(({ body }) => ({ said: Object.keys(body).join() }), event);

    expect(reply.body).toEqual({ said: 'text' });
  });

  it('cannot reach a prototype', async () => {
    const event = apiEvent({ body: '{"text":"a","__proto__":{"admin":true}}' });

    const reply = await send(({ body }) => ({ said: String('admin' in body) }), event);

    expect(reply.body).toEqual({ said: 'false' });
  });
});
