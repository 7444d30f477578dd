import * as z from 'zod';
import { Id } from '../domain/text.ts';
import { recruiterGroups } from '../http/caller.ts';

/** What a person may do. */
export const Role = z.enum(recruiterGroups);
export type Role = z.infer<typeof Role>;

/** Somebody with an account. */
export const PersonView = z.object({
  user_id: Id,
  email: z.string(),
  name: z.string(),
  /** Null for an account without one, which may do nothing. */
  role: Role.nullable(),
  enabled: z.boolean(),
  /** Invited until the first login. */
  status: z.enum(['invited', 'active']),
  created_at: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;

/** What comes back where there is nothing to tell. */
export const Done = z.object({ status: z.literal('ok') });
