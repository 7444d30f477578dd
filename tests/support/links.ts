import {
  type LinkKeys,
  readLinkKeys,
  signLinkToken,
  verifyLinkToken,
} from '../../shared/domain/link-token.ts';
import type { VerifiedLink } from '../../shared/links/admission.ts';
import type { InterviewRecord } from '../../shared/table/interviews.ts';

/** Two keys for tests, the second of them current. */
export const testSecret = JSON.stringify({
  current: '2',
  1: 'first key of the tests, not used elsewhere',
  2: 'second key of the tests, not used elsewhere',
});

export const testKeys: LinkKeys = readLinkKeys(testSecret);

/** The token of a record's live link. */
export const tokenFor = ({ interview, link }: InterviewRecord): string => {
  const token = link && signLinkToken(testKeys, { ...interview, ...link });
  if (!token) throw new Error('The record has no link');
  return token;
};

/** A record's live link as a request brings it, after its token was verified. */
export const linkOf = (record: InterviewRecord): VerifiedLink => {
  const claim = verifyLinkToken(testKeys, tokenFor(record));
  if (!claim) throw new Error('The token is invalid');
  return { claim, keys: testKeys };
};
