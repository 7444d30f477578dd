import * as z from 'zod';

/** A token of any form: whether it is genuine is not a matter of the schema. */
export const LinkToken = z.string();

/** Errors of a token at any time. */
export const tokenErrors = ['link_invalid', 'link_replaced'] as const;
/** Errors of a token that is accepted within its window only. */
export const linkErrors = [...tokenErrors, 'link_not_open', 'link_expired'] as const;
