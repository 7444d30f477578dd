import * as z from 'zod';
import { CorsOrigins, Days, Hours, NextStep } from '../shared/contract/settings.ts';
import { Brand } from '../shared/domain/brand.ts';

/** A wrong option, in a sentence for whoever gave it. */
export class UsageError extends Error {}

/** The settings that deployments have too, by their options. */
const Settings = z.object({
  'seal-after-hours': Hours.optional(),
  'retention-days': Days.optional(),
  'next-step': NextStep.optional(),
  'cors-origins': CorsOrigins.optional(),
  'privacy-url': Brand.shape.privacy_url,
});

/** The settings among the options. @throws UsageError */
export const settingsIn = (given: object) => {
  const { data, error } = Settings.safeParse(given);
  const [issue] = error?.issues ?? [];
  if (!data) throw new UsageError(`--${issue?.path.join('.')} ${issue?.message}`);
  return {
    sealAfterHours: data['seal-after-hours'],
    retentionDays: data['retention-days'],
    nextStep: data['next-step'],
    corsOrigins: data['cors-origins'] ?? [],
    privacyUrl: data['privacy-url'],
  };
};
