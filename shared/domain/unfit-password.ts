/** What is said of a new password that is refused: `infra/auth.ts` has the policy. */
export const unfitPassword =
  'does not fit the password policy: in a deployment at least 12 characters with upper and lower case letters, a digit and a symbol';
