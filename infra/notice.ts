import type { Deployment } from './deployment.ts';

/** What the notice on the use of AI takes from the settings. */
const facts = [
  ['employerName', 'who the employer is'],
  ['contactEmail', 'whom to ask'],
  ['privacyUrl', 'where the privacy notice is'],
  ['retentionDays', 'for how long data is kept'],
] as const;

/** What the notice on the use of AI lacks, and which settings give it; null if it lacks nothing. */
export const missingInNotice = (
  deployment: Pick<Deployment, (typeof facts)[number][0]>,
): string | null => {
  const missing = facts
    .filter(([setting]) => deployment[setting] === undefined)
    .map(([setting, what]) => `${what} (-c ${setting}=...)`);
  return missing.length > 0
    ? `The notice on the use of AI will not say ${missing.join(', ')}; see docs/deployment.md.`
    : null;
};
