import type { Check } from '../finding.ts';
import { pageOutcome } from '../page-outcome.ts';
import type { Site } from '../site.ts';

/** Whether the recruiter’s console and all it loads are there. */
export const recruitersConsole: Check<Site> = {
  name: 'console',
  run: (site) => pageOutcome(site, '/console/'),
};
