import * as z from 'zod';

/** In lower case, as ids are stored. One that is not a UUID matches nothing, which is a 404. */
export const interviewParams = z.object({ interview_id: z.string().toLowerCase() });
