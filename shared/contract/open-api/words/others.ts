import type { Words } from '../named.ts';

/** Login and everything else. */
export const others = {
  password: ['Its password', 'correct horse battery staple'],
  new_password: ['Your own password, with a temporary one', 'a much longer horse and its staple'],
  client_id: ['The id of the machine client', '6k2f0r9q1m8d3t5v7x4b2n0c8a'],
  client_secret: ['Its secret', 'not-a-secret-of-any-client'],
  scope: ['`talaro/read`, `talaro/write` or both; all that it has if left out', 'talaro/read'],
  access: ['The access token for `Authorization: Bearer`', 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmVk'],
  refresh: ['For a new access token', 'eyJjdHkiOiJKV1QifQ.cmVmcmVzaA'],
  session: ['For pages of this deployment: the refresh token is in a cookie', 'cookie'],
  role: 'What the person may do',
  enabled: ['Whether the person may log in', true],
  expires_in: ['Seconds for which the access token is valid', 3600],
  token_type: 'How to send it',
  token: ['The link’s token', 'AQFmYWtlLXRva2VuLWZvci10aGUtZG9jdW1lbnRhdGlvbg'],
  status: 'Its state',
  version: ['Its version, from 1', 1],
  error: ['Human-readable message', 'Interview not found'],
  code: 'Stable: branch on this',
  issues: 'Each field that cannot be taken',
  path: ['The field, with dots between names', 'ends_at'],
  retry_after: ['Seconds after which to try again; absent where that is not known', 10],
  request_id: ['Quote it in support requests', 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef'],
} as const satisfies Record<string, Words>;

/** A name that is a person's. */
export const nameOfPerson = ['The person’s name', 'Noor Haddad'] as const;
