import { timingSafeEqual } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { isForEmail, verifyLinkToken } from '../../../shared/domain/link-token.ts';
import { testKeys, tokenFor } from '../../support/links.ts';
import { aRecord } from '../../support/records.ts';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) };
});
const compared = vi.mocked(timingSafeEqual);

it('the whole MAC is compared in constant time', () => {
  const forged = `${tokenFor(aRecord()).slice(0, 67)}${'A'.repeat(43)}`;
  compared.mockClear();

  const claim = verifyLinkToken(testKeys, forged);

  expect(claim).toBeNull();
  expect(compared).toHaveBeenCalledOnce();
  expect(compared.mock.calls[0]?.map((bytes) => bytes.byteLength)).toEqual([32, 32]);
});

it('the email tag is compared in constant time', () => {
  const claim = verifyLinkToken(testKeys, tokenFor(aRecord()));
  if (!claim) throw new Error('The token is invalid');
  compared.mockClear();

  const same = isForEmail(testKeys, claim, 'eve@example.com');

  expect(same).toBe(false);
  expect(compared).toHaveBeenCalledOnce();
  expect(compared.mock.calls[0]?.map((bytes) => bytes.byteLength)).toEqual([16, 16]);
});

it('no MAC is compared for a string that does not have the form of a token', () => {
  compared.mockClear();

  const claims = ['', 'x', 'A'.repeat(109), 'A'.repeat(111)].map((text) =>
    verifyLinkToken(testKeys, text),
  );

  expect(claims).toEqual([null, null, null, null]);
  expect(compared).not.toHaveBeenCalled();
});
