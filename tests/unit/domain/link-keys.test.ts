import { describe, expect, it } from 'vitest';
import { readLinkKeys } from '../../../shared/domain/link-token.ts';

const secret = 'a key for tests, of 32 characters or more';
const read = (value: unknown) => readLinkKeys(JSON.stringify(value));

describe('the link keys', () => {
  it('are read by their ids', () => {
    const keys = read({ current: '2', 1: secret, 2: `${secret}!`, 255: secret });

    expect(keys.current).toBe(2);
    expect([...keys.byId.keys()]).toEqual([1, 2, 255]);
  });

  it('are kept as key objects, which print no key', () => {
    const keys = read({ current: '1', 1: secret });

    expect(keys.byId.get(1)?.type).toBe('secret');
    expect(JSON.stringify([...keys.byId])).not.toContain(secret);
  });

  it('leave out invalid key ids, which another tool may have added', () => {
    const keys = read({
      current: '1',
      1: secret,
      note: secret,
      0: secret,
      256: secret,
      '01': secret,
    });

    expect([...keys.byId.keys()]).toEqual([1]);
  });

  it.each([
    ['an empty string', ''],
    ['invalid JSON', 'secret'],
    ['a string', JSON.stringify(secret)],
    ['null', 'null'],
    ['a list', JSON.stringify([secret])],
    ['a current id that is missing', JSON.stringify({ 1: secret })],
    ['a current id of 0', JSON.stringify({ current: '0', 0: secret })],
    ['a current id of 256', JSON.stringify({ current: '256', 256: secret })],
    ['a current id that is a word', JSON.stringify({ current: 'first', first: secret })],
    ['a current id that is a number', JSON.stringify({ current: 1, 1: secret })],
    ['a current key that is missing', JSON.stringify({ current: '2', 1: secret })],
    ['a key that is a number', JSON.stringify({ current: '1', 1: 12 })],
    ['a key of 31 characters', JSON.stringify({ current: '1', 1: 'x'.repeat(31) })],
    ['an older key that is empty', JSON.stringify({ current: '1', 1: secret, 2: '' })],
  ])('cannot be read from %s', (_name, text) => {
    const reading = () => readLinkKeys(text);

    expect(reading).toThrow();
  });

  it('are not shown by the error about them', () => {
    const short = 'a key that is too short';
    const reading = [`{"current":"1","1":"${short}"}`, `["${short}"]`, short].map((text) => {
      try {
        return String(readLinkKeys(text));
      } catch (error) {
        return String(error);
      }
    });

    expect(reading.join()).not.toContain(short);
  });
});
