import type { Page } from '../page.ts';

/** Those parts of a title that are known, and the employer's name. */
export const titled = ({ brand }: Page, ...parts: (string | null | undefined)[]): string =>
  [...parts, brand?.employer_name].filter(Boolean).join(' – ');
