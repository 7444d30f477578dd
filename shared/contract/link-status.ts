import * as z from 'zod';

/** The state of an interview's link: none, before, in or after its window, or closed for good. */
export const LinkStatus = z.enum(['none', 'not_open', 'open', 'expired', 'closed']);
export type LinkStatus = z.infer<typeof LinkStatus>;
