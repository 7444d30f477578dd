import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  emailTag,
  isForEmail,
  type LinkKeys,
  readLinkKeys,
  signLinkToken,
  verifyLinkToken,
} from '../../../shared/domain/link-token.ts';
import { anyText } from '../../support/any-text.ts';

// Read as text: bundlers refuse the lone surrogate in it, which JSON.parse takes.
const vectors = z
  .object({
    secret: z.record(z.string(), z.string()),
    accepting: z.array(
      z.object({
        name: z.string(),
        key_id: z.int(),
        interview_id: z.string(),
        link_id: z.string(),
        email: z.string(),
        email_later: z.string(),
        token: z.string(),
      }),
    ),
    refusing: z.array(z.object({ name: z.string(), token: z.string() })),
    not_strings: z.array(z.unknown()),
  })
  .parse(JSON.parse(readFileSync(new URL('../../data/link-tokens.json', import.meta.url), 'utf8')));

const keys = readLinkKeys(JSON.stringify(vectors.secret));
const refused: [string, string][] = vectors.refusing.map(({ name, token }) => [name, token]);
const notStrings: [string, unknown][] = vectors.not_strings.map((value) => [
  JSON.stringify(value),
  value,
]);

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((made) => Buffer.from(made).toString('hex'));
const links = fc.record({
  interview_id: fc.uuid(),
  link_id: hex(16),
  key_id: fc.constantFrom(1, 2, 200),
  candidate_email: fc.emailAddress(),
});
const sign = (link: Parameters<typeof signLinkToken>[1], by: LinkKeys = keys) => {
  const token = signLinkToken(by, link);
  if (token === null) throw new Error('The key of the link is unknown');
  return token;
};

describe('tokens made by another implementation', () => {
  it('include at least 10 to accept and 30 to refuse', () => {
    expect(vectors.accepting.length).toBeGreaterThanOrEqual(10);
    expect(vectors.refusing.length).toBeGreaterThanOrEqual(30);
  });

  it.each(vectors.accepting)(
    'are accepted: $name',
    ({ token, key_id, interview_id, link_id, ...made }) => {
      const claim = verifyLinkToken(keys, token);

      expect(claim).toMatchObject({ key_id, interview_id, link_id });
      expect(claim && isForEmail(keys, claim, made.email_later)).toBe(true);
    },
  );

  it.each(vectors.accepting)('equal those made here: $name', ({ email, token, ...link }) => {
    const made = signLinkToken(keys, { ...link, candidate_email: email });

    expect(made).toBe(token);
  });

  it.each(refused)('are refused: %s', (_name, token) => {
    const claim = verifyLinkToken(keys, token);

    expect(claim).toBeNull();
  });

  it.each(notStrings)('are refused if they are not a string: %s', (_name, value) => {
    const claim = verifyLinkToken(keys, value as never);

    expect(claim).toBeNull();
  });
});

describe('every link token', () => {
  it('contains what went into it', () => {
    fc.assert(
      fc.property(links, (link) => {
        const claim = verifyLinkToken(keys, sign(link));

        expect(claim).toMatchObject({
          interview_id: link.interview_id,
          link_id: link.link_id,
          key_id: link.key_id,
        });
        expect(claim && isForEmail(keys, claim, link.candidate_email)).toBe(true);
      }),
    );
  });

  it('is 110 characters of the URL-safe alphabet', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(sign(link)).toMatch(/^[A-Za-z0-9_-]{110}$/);
      }),
    );
  });

  it('is the same for the same link, whoever makes it', () => {
    const elsewhere = readLinkKeys(JSON.stringify(vectors.secret));

    fc.assert(
      fc.property(links, (link) => {
        expect(sign(link, elsewhere)).toBe(sign(link));
      }),
    );
  });

  it('differs for another link, interview, address or key', () => {
    fc.assert(
      fc.property(links, links, (one, other) => {
        const same =
          one.interview_id === other.interview_id &&
          one.link_id === other.link_id &&
          one.key_id === other.key_id &&
          one.candidate_email.toLowerCase() === other.candidate_email.toLowerCase();

        expect(sign(one) === sign(other)).toBe(same);
      }),
    );
  });

  it('is refused once any byte of it is changed', () => {
    const at = fc.nat(81);
    const by = fc.integer({ min: 1, max: 255 });

    fc.assert(
      fc.property(links, at, by, (link, position, change) => {
        const bytes = Buffer.from(sign(link), 'base64url');
        bytes[position] = (bytes[position] ?? 0) ^ change;

        expect(verifyLinkToken(keys, bytes.toString('base64url'))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is refused in every other spelling of the same bytes', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

    fc.assert(
      fc.property(links, (link) => {
        const token = sign(link);
        const bytes = Buffer.from(token, 'base64url');
        const spellings = [...alphabet]
          .map((last) => token.slice(0, -1) + last)
          .filter((spelled) => Buffer.from(spelled, 'base64url').equals(bytes));
        const accepted = spellings.filter((spelled) => verifyLinkToken(keys, spelled));

        expect(spellings).toHaveLength(16);
        expect(accepted).toEqual([token]);
      }),
      { numRuns: 20 },
    );
  });

  it('is refused by other keys', () => {
    const others: LinkKeys = {
      current: 2,
      byId: new Map([1, 2, 200].map((id) => [id, createSecretKey(randomBytes(32))])),
    };

    fc.assert(
      fc.property(links, (link) => {
        expect(verifyLinkToken(others, sign(link))).toBeNull();
      }),
    );
  });

  it('is not for another address', () => {
    fc.assert(
      fc.property(links, fc.emailAddress(), (link, address) => {
        fc.pre(address.toLowerCase() !== link.candidate_email.toLowerCase());
        const claim = verifyLinkToken(keys, sign(link));

        expect(claim && isForEmail(keys, claim, address)).toBe(false);
      }),
    );
  });

  it('becomes invalid with its key', () => {
    const [first] = vectors.accepting;
    const { 2: _retired, ...rest } = vectors.secret;
    const rotated = readLinkKeys(JSON.stringify({ ...rest, current: '1' }));
    const link = { interview_id: '', link_id: '', key_id: 2, candidate_email: 'a@example.com' };

    expect(verifyLinkToken(rotated, first?.token ?? '')).toBeNull();
    expect(signLinkToken(rotated, link)).toBeNull();
  });
});

describe('any other string', () => {
  it('is refused', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 300 }),
      anyText(300),
      fc.base64String({ maxLength: 300 }),
      hex(41).map((text) => Buffer.from(text, 'hex').toString('base64url').padEnd(110, 'A')),
    );

    fc.assert(
      fc.property(anything, (text) => {
        expect(verifyLinkToken(keys, text)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused even if it has the length of a token', () => {
    const bytes = fc.uint8Array({ minLength: 80, maxLength: 80 });

    fc.assert(
      fc.property(bytes, fc.constantFrom(1, 2, 200), (rest, key_id) => {
        const forged = Buffer.concat([Buffer.from([1, key_id]), rest]).toString('base64url');

        expect(forged).toHaveLength(110);
        expect(verifyLinkToken(keys, forged)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('an email tag', () => {
  const key = createSecretKey(randomBytes(32));

  it('is 16 bytes, whatever the address', () => {
    fc.assert(
      fc.property(fc.string(), (address) => {
        expect(emailTag(key, address)).toHaveLength(16);
      }),
    );
  });

  it('is never a part of a link MAC under the same key', () => {
    const own: LinkKeys = { current: 1, byId: new Map([[1, key]]) };

    fc.assert(
      fc.property(links, (link) => {
        const token = Buffer.from(sign({ ...link, key_id: 1 }, own), 'base64url');
        const mac = token.subarray(50);
        // The same bytes under the other purpose: only the purpose keeps the two apart.
        const tag = emailTag(key, token.subarray(0, 50).toString('latin1'));

        expect(mac.includes(tag)).toBe(false);
        expect(mac.includes(emailTag(key, link.candidate_email))).toBe(false);
      }),
    );
  });
});
