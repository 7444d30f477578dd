import { resultOf } from '../machine/result.ts';
import type { Page } from '../page.ts';
import { answers } from '../parts/answers.tsx';
import { ending } from '../parts/ending.tsx';
import { labelled } from './labelled.ts';
import { textOf } from './text-of.ts';
import { titled } from './titled.ts';

/**
 * The candidate's own copy as plain text, at any time: the answers with feedback and what was not
 * sent; at the end all that the page says, in its words and order. Each time has its day and zone.
 */
export const copyOf = (page: Page): string => {
  const { t, moment, reference, session, writing, unsent } = page;
  const dated = { ...page, time: moment };
  const parts = [
    titled(page, t('interview'), session?.job_title),
    labelled(page, 'reference', reference),
    // Of an expired link nothing is known but what this device has.
    ...(session
      ? [textOf(resultOf(page) === undefined ? answers(dated) : ending(dated))]
      : [writing, ...unsent].map((typed) => labelled(page, 'typedNotSent', typed?.text))),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};
