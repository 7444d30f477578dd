import * as z from 'zod';

/** Not validated as an id: one that is not a UUID matches nothing, which is a 404. */
export const interviewParams = z.object({ interview_id: z.string() });
