import * as z from 'zod';

/** Not validated as an id: one that is no UUID names nothing, and that is a 404. */
export const interviewParams = z.object({ interview_id: z.string() });
