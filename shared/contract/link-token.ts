import * as z from 'zod';

/** A token of any form: the schema does not decide whether it is genuine. */
export const LinkToken = z.string();

/** Errors that a token can cause at any time. */
export const tokenErrors = ['link_invalid', 'link_replaced', 'interview_cancelled'] as const;
/** Errors of a token that is accepted only within its window. */
export const linkErrors = [...tokenErrors, 'link_not_open', 'link_expired'] as const;
