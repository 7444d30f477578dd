import { describe, expect, it } from 'vitest';
import { errorFacts } from '../../../shared/http/log.ts';

const secret = 'SECRET';

describe('what is logged of an error', () => {
  it('is its class, its place and its causes', () => {
    const cause = new TypeError(secret);
    const facts = errorFacts(new Error(secret, { cause }));

    expect(facts).toMatchObject({ name: 'Error', cause: { name: 'TypeError' } });
    expect(facts.at[0]).toContain('log.test.ts');
    expect(JSON.stringify(facts)).not.toContain(secret);
  });

  it('is the HTTP status that a service answered', () => {
    const error = Object.assign(new Error(secret), { $metadata: { httpStatusCode: 503 } });

    expect(errorFacts(error)).toMatchObject({ http_status: 503 });
  });

  it.each([
    ['one that looks like a stack', `x\n    at ${secret} (file.ts:1:1)`],
    ['one of many lines', `${secret}\n${secret}\n  at ${secret}`],
    ['one that is empty', ''],
  ])('is never its message: %s', (_name, message) => {
    const facts = errorFacts(new Error(message));

    expect(JSON.stringify(facts)).not.toContain(secret);
    expect(facts.at[0]).toContain('log.test.ts');
  });

  it.each([secret, 5, null, undefined, { message: secret }])('is only a type for %j', (thrown) => {
    const facts = errorFacts(thrown);

    expect(facts).toEqual({ name: typeof thrown, at: [] });
  });
});
