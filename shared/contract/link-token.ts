import * as z from 'zod';

/** A token of any form: whether it is genuine is not a matter of the schema. */
export const LinkToken = z.string();
