import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCursor, sealCursor } from '../../../shared/domain/cursor.ts';
import { type LinkKeys, readLinkKeys, signLinkToken } from '../../../shared/domain/link-token.ts';
import { testKeys } from '../../support/links.ts';
import { id } from '../../support/records.ts';
import { refusalOf } from '../../support/refusals.ts';

const query = 'list-kits archived=false';
const place = { created_at: '2026-11-23T10:00:00.000Z', kit_id: id(300) };
const sealed = () => sealCursor(testKeys, query, place);

const refused = async (cursor: string, of = query, keys: LinkKeys = testKeys) => {
  const refusal = await refusalOf(() => openCursor(keys, of, cursor));
  return refusal?.code ?? null;
};

describe('a cursor', () => {
  it('opens at the place that was sealed', () => {
    expect(openCursor(testKeys, query, sealed())).toEqual(place);
  });

  it('carries any place', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (any) => {
        const wanted = JSON.parse(JSON.stringify(any));

        expect(openCursor(testKeys, query, sealCursor(testKeys, query, any))).toEqual(wanted);
      }),
    );
  });

  it('is of letters that need no escaping in an address', () => {
    expect(sealed()).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('is not opened for another query', async () => {
    expect(await refused(sealed(), 'list-kits archived=true')).toBe('invalid_cursor');
    expect(await refused(sealed(), '')).toBe('invalid_cursor');
  });

  it('is refused with any byte altered', async () => {
    const bytes = Buffer.from(sealed(), 'base64url');
    for (const n of bytes.keys()) {
      const altered = Buffer.from(bytes);
      altered[n] = (altered[n] ?? 0) ^ 1;

      expect(await refused(altered.toString('base64url'))).toBe('invalid_cursor');
    }
  });

  it.each([
    ['in another spelling: padded', (text: string) => `${text}=`],
    ['with a blank', (text: string) => `${text.slice(0, 9)} ${text.slice(9)}`],
    ['with a newline', (text: string) => `${text}\n`],
    ['with a letter that stands for the same bytes', (text: string) => respelled(text)],
    ['cut short', (text: string) => text.slice(0, -4)],
    ['made longer', (text: string) => `${text}AAAA`],
    ['as its key id alone', (text: string) => text.slice(0, 2)],
    ['without its key id', (text: string) => text.slice(2)],
    ['empty', () => ''],
    ['made of something else', () => 'not a cursor'],
  ])('is refused %s', async (_name, alter) => {
    expect(await refused(alter(sealed()))).toBe('invalid_cursor');
  });

  it('is refused without a MAC, or with an empty one', async () => {
    const text = JSON.stringify(place);
    const forged = Buffer.concat([Buffer.from([2]), Buffer.alloc(16), Buffer.from(text)]);

    expect(await refused(forged.toString('base64url'))).toBe('invalid_cursor');
    expect(await refused(Buffer.from([2]).toString('base64url'))).toBe('invalid_cursor');
  });

  it('made with the key for another purpose is refused', async () => {
    const text = JSON.stringify(place);
    const key = testKeys.byId.get(2);
    if (!key) throw new Error('The tests have no key 2');
    const mac = createHmac('sha256', key).update(text).digest().subarray(0, 16);
    const forged = Buffer.concat([Buffer.from([2]), mac, Buffer.from(text)]);
    const token = signLinkToken(testKeys, {
      interview_id: id(1),
      link_id: '0'.repeat(32),
      candidate_email: 'ada@example.com',
      key_id: 2,
    });

    expect(await refused(forged.toString('base64url'))).toBe('invalid_cursor');
    expect(await refused(token ?? '')).toBe('invalid_cursor');
  });

  it('of an older key opens while that key is there, and not once it is retired', async () => {
    const secret = { 1: 'first key of the tests, not used elsewhere' };
    const before = readLinkKeys(JSON.stringify({ current: '1', ...secret }));
    const cursor = sealCursor(before, query, place);

    expect(openCursor(testKeys, query, cursor)).toEqual(place);
    const byId = new Map([...testKeys.byId].filter(([key_id]) => key_id !== 1));
    expect(await refused(cursor, query, { current: 2, byId })).toBe('invalid_cursor');
  });

  it('of another deployment’s key of the same number is refused', async () => {
    const others = readLinkKeys(JSON.stringify({ current: '2', 2: 'k'.repeat(40) }));

    expect(await refused(sealCursor(others, query, place))).toBe('invalid_cursor');
  });

  it('is not sealed without the current key', () => {
    expect(() => sealCursor({ ...testKeys, current: 7 }, query, place)).toThrow('is missing');
  });
});

/** The same bytes in another spelling: spare bits of the last character are set. */
const respelled = (text: string): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  if (text.length % 4 === 0) return `${text}A`;
  const last = alphabet.indexOf(text.at(-1) ?? '');
  return `${text.slice(0, -1)}${alphabet[last + 1]}`;
};
