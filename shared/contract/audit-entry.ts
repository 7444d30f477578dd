import * as z from 'zod';

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Something that happened to an interview, as recruiters see it. */
export const AuditEntry = z.object({
  event: z.string(),
  at: z.string(),
  actor: z.string(),
  actor_name: z.string().nullable(),
  facts: z.record(z.string(), Fact),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
