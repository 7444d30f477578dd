import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { normalisedEmail } from './email-address.ts';

/**
 * The link token: base64url( version 1 | key id 1 | interview id 16 | link id 16 | email tag 16 |
 * mac 32 ), 110 characters without padding. It contains no secret and no personal data.
 */
const version = 1;
const length = { header: 2, id: 16, mac: 32 };
const signedLength = length.header + 3 * length.id;
const totalLength = signedLength + length.mac;
/**
 * The one spelling of 82 bytes. The decoder accepts sixteen last characters for the same bytes; the
 * encoder writes only those whose four spare bits are zero.
 */
const tokenShape = /^[A-Za-z0-9_-]{109}[AQgw]$/;

/** The purposes under one key, so that a MAC made for one never serves another. */
const purpose = { link: Buffer.from('talaro/link/v1'), email: 'talaro/email/v1' };
/** The token's offset in its message: purpose, then token, so that one HMAC update takes both. */
const start = purpose.link.length;

/** The keys that link tokens are signed and verified with. */
export interface LinkKeys {
  /** The id (1–255) that new links are signed with. */
  current: number;
  byId: ReadonlyMap<number, KeyObject>;
}

/** Returns the keys as they are known, and looks for new ones if they lack the one with this id. */
export type KeysFor = (key_id?: number) => Promise<LinkKeys>;

/** The content of a verified, genuine token. Only the table knows whether it is the live one. */
export interface LinkClaim {
  interview_id: string;
  /** 32 hex digits. */
  link_id: string;
  email_tag: Buffer;
  key_id: number;
}

const KeyId = z.string().regex(/^([1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/);
const KeySecret = z
  .record(z.string(), z.string())
  .refine((secret) => KeyId.safeParse(secret.current).success && secret.current, {
    error: 'current must name a key id from 1 to 255',
  });

/**
 * Reads the keys from their secret, a flat `{"current": "1", "1": "<random>"}`.
 * @throws Error naming the problem, never the value; there is no default key
 */
export const readLinkKeys = (secret: string): LinkKeys => {
  let parsed: Record<string, string>;
  try {
    parsed = KeySecret.parse(JSON.parse(secret));
  } catch {
    throw new Error('The link key secret is not {"current": "<id>", "<id>": "<random>"}');
  }
  const byId = new Map<number, KeyObject>();
  for (const [id, value] of Object.entries(parsed)) {
    if (id === 'current' || !KeyId.safeParse(id).success) continue;
    if (value.length < 32) throw new Error(`Link key ${id} is shorter than 32 characters`);
    byId.set(Number(id), createSecretKey(value, 'utf8'));
  }
  const current = Number(parsed.current);
  if (!byId.has(current)) throw new Error(`Link key ${current} is named as current but missing`);
  return { current, byId };
};

/** A MAC as a binary string: the Buffer that `digest()` makes costs a third of the whole HMAC. */
const mac = (key: KeyObject, message: Buffer) =>
  createHmac('sha256', key).update(message).digest('binary');

const linkMac = (key: KeyObject, message: Buffer) =>
  mac(key, message.subarray(0, start + signedLength));

const emailMac = (key: KeyObject, email: string) =>
  mac(key, Buffer.from(`${purpose.email}${normalisedEmail(email)}`));

/** The first 16 bytes of a keyed hash of the normalised address: binds a link to its candidate. */
export const emailTag = (key: KeyObject, email: string): Buffer =>
  Buffer.from(emailMac(key, email), 'binary').subarray(0, length.id);

const emptyMessage = () => {
  const message = Buffer.allocUnsafe(start + totalLength).fill(0);
  purpose.link.copy(message);
  return message;
};

const uuidText = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/**
 * Creates the token of a link. The same input gives the same token, so none has to be stored.
 * @returns null if the key is no longer known: the link is then invalid
 */
export const signLinkToken = (
  keys: LinkKeys,
  link: { interview_id: string; link_id: string; key_id: number; candidate_email: string },
): string | null => {
  const key = keys.byId.get(link.key_id);
  if (!key) return null;
  const message = emptyMessage();
  const token = message.subarray(start);
  token[0] = version;
  token[1] = link.key_id;
  token.write(link.interview_id.replaceAll('-', ''), length.header, length.id, 'hex');
  token.write(link.link_id, length.header + length.id, length.id, 'hex');
  const tag = emailMac(key, link.candidate_email);
  token.write(tag, length.header + 2 * length.id, length.id, 'binary');
  token.write(linkMac(key, message), signedLength, 'binary');
  return token.toString('base64url');
};

/** The id of the key that a token claims to be signed with; undefined if it has not even the form. */
export const keyIdOf = (token: string): number | undefined =>
  tokenShape.test(token) ? Buffer.from(token.slice(0, 4), 'base64url')[1] : undefined;

/**
 * Checks form, spelling, key id and MAC, without reading anything from the table.
 * @returns null for every token that is not genuine, whatever is wrong with it
 */
export const verifyLinkToken = (keys: LinkKeys, token: string): LinkClaim | null => {
  if (typeof token !== 'string' || !tokenShape.test(token)) return null;
  const message = emptyMessage();
  const bytes = message.subarray(start);
  if (bytes.write(token, 'base64url') !== totalLength) return null;
  const key_id = bytes[1] ?? 0;
  const key = keys.byId.get(key_id);
  if (bytes[0] !== version || !key) return null;
  const genuine = Buffer.from(linkMac(key, message), 'binary');
  if (!timingSafeEqual(genuine, bytes.subarray(signedLength))) return null;
  const ids = bytes.toString('hex', length.header, length.header + 2 * length.id);
  return {
    interview_id: uuidText(ids.slice(0, 2 * length.id)),
    link_id: ids.slice(2 * length.id),
    email_tag: bytes.subarray(signedLength - length.id, signedLength),
    key_id,
  };
};

/** Whether a genuine token was made for this address. */
export const isForEmail = (keys: LinkKeys, claim: LinkClaim, email: string): boolean => {
  const key = keys.byId.get(claim.key_id);
  return key !== undefined && timingSafeEqual(claim.email_tag, emailTag(key, email));
};
