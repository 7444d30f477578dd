import { createHmac } from 'node:crypto';
import {
  type LinkKeys,
  readLinkKeys,
  signLinkToken,
  verifyLinkToken,
} from '../shared/domain/link-token.ts';
import { interleaved, perCall } from './interleaved.ts';
import type { Bench } from './measure.ts';

const keys: LinkKeys = readLinkKeys(JSON.stringify({ current: '1', 1: 'k'.repeat(64) }));
const link = {
  interview_id: '0f2b5a3e-6c1d-4e8f-9a7b-1c2d3e4f5a6b',
  link_id: '00112233445566778899aabbccddeeff',
  key_id: 1,
  candidate_email: 'alex.morgan@example.com',
};

const prepare = () => {
  const key = keys.byId.get(1);
  const token = signLinkToken(keys, link);
  if (!key || !token) throw new Error('The key of the bench is missing');
  const email = Buffer.from(`talaro/email/v1${link.candidate_email}`);
  const signed = Buffer.concat([
    Buffer.from('talaro/link/v1'),
    Buffer.from(token, 'base64url').subarray(0, 50),
  ]);
  const hmac = (data: Buffer) => createHmac('sha256', key).update(data).digest();
  return { token, hmac, email, signed };
};

export const linkToken: Bench = {
  name: 'link-token',
  about: 'what a link token costs beyond its cryptography',
  measure: async () => {
    const { token, hmac, email, signed } = prepare();
    const took = await interleaved(
      {
        sign: perCall(() => signLinkToken(keys, link)),
        verify: perCall(() => verifyLinkToken(keys, token)),
        one: perCall(() => hmac(signed)),
        two: perCall(() => {
          hmac(email);
          hmac(signed);
        }),
      },
      { rounds: 30, warmUp: 5 },
    );
    const us = (ms: number) => `${(ms * 1000).toFixed(1)} µs`;
    return [
      {
        what: 'link token, sign',
        value: took.sign / took.two,
        unit: '×',
        gate: 1.4,
        reach: 1.15,
        basis: `signLinkToken ÷ the two HMAC-SHA256 in it, email tag and MAC, over the same bytes in one buffer each with the same key object (${us(took.two)})`,
      },
      {
        what: 'link token, verify',
        value: took.verify / took.one,
        unit: '×',
        gate: 2.2,
        reach: 1.5,
        basis: `verifyLinkToken, accepted, ÷ the one HMAC-SHA256 in it over the same bytes in one buffer with the same key object (${us(took.one)})`,
      },
    ];
  },
};
