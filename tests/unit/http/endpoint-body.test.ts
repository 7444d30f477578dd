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
        error: 'The request body is not valid JSON in UTF-8',
        code: 'invalid_input',
        issues: [{ path: '', message: 'The request body is not valid JSON in UTF-8' }],
      },
    });
  });

  it.each([
    ['missing', {}, 'text', /is required/],
    ['a number', { text: 5 }, 'text', /text must be text/],
    ['null', { text: null }, 'text', /text must be text/],
    ['a list', { text: ['a'] }, 'text', /text must be text/],
    ['empty', { text: '' }, 'text', /must not be empty/],
    ['a character too long', { text: 'a'.repeat(11) }, 'text', /at most 10 characters/],
    ['an emoji too long', { text: '🙂'.repeat(11) }, 'text', /at most 10 characters/],
    ['NUL', { text: 'a\0' }, 'text', /NUL or lone surrogate/],
    ['a lone surrogate', { text: '\ud800' }, 'text', /NUL or lone surrogate/],
    ['an unknown word', { text: 'a', kind: 'three' }, 'kind', /kind must be one of one, two/],
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

  const bytes = (...values: number[]) =>
    Buffer.from([...Buffer.from('{"text":"'), ...values, 0x22, 0x7d]);
  const inBase64 = (body: Buffer) => ({
    ...apiEvent(),
    body: body.toString('base64'),
    isBase64Encoded: true,
  });
  it.each([
    ['a byte that begins nothing', bytes(0xff)],
    ['half a character', bytes(0xc3)],
    ['a character in too many bytes', bytes(0xc0, 0xaf)],
    ['half a surrogate pair', bytes(0xed, 0xa0, 0xbd)],
    ['another encoding', Buffer.from('\ufeff{"text":"hello"}', 'utf16le')],
  ])('with %s is refused, not read as something else', async (_name, body) => {
    const reply = await send(echo, inBase64(body));

    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(reply.body.error).toContain('UTF-8');
  });

  it('may begin with a byte order mark, as text and as bytes, which is no part of it', async () => {
    const body = '\ufeff{"text":"\ufeffhello"}';

    const replies = [
      await send(echo, apiEvent({ body })),
      await send(echo, apiEvent({ body, base64: true })),
    ];

    for (const reply of replies) expect(reply.body).toEqual({ said: '\ufeffhello' });
    expect((await send(echo, apiEvent({ body: `\ufeff${body}` }))).status).toBe(400);
  });

  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  it.each([
    ['in a field that is unknown', `{"text":"a","more":${deep(10_000)}}`, 201],
    ['in a field', `{"text":${deep(10_000)}}`, 400],
    ['at its top', deep(10_000), 400],
    ['by objects', `${'{"text":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400],
  ])('nested 10,000 levels deep %s is taken or refused', async (_name, body, status) => {
    expect(await send(echo, apiEvent({ body }))).toMatchObject({ status });
  });

  it.each([
    ['a number that no number can hold', '{"text":1e400}', 400],
    ['a number of 10,000 digits', `{"text":${'9'.repeat(10_000)}}`, 400],
    ['a name that comes twice, of which the last one counts', '{"text":5,"text":"a"}', 201],
    ['3,000,000 entries in place of a text', `{"text":[${'0,'.repeat(2_999_999)}0]}`, 400],
  ])('with %s is taken or refused', async (_name, body, status) => {
    expect(await send(echo, apiEvent({ body }))).toMatchObject({ status });
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
