import type { Attack } from './attack.ts';
import { contentAttacks } from './content.ts';
import { disguiseAttacks } from './disguises.ts';
import { forgeryAttacks } from './forgeries.ts';
import { instructionAttacks } from './instructions.ts';
import { poisonAttacks } from './poison.ts';
import { unseenAttacks } from './unseen.ts';

/** The whole attack corpus: every class with at least five variants. Own work. */
export const attacks: readonly Attack[] = [
  ...instructionAttacks,
  ...forgeryAttacks,
  ...disguiseAttacks,
  ...contentAttacks,
  ...poisonAttacks,
  ...unseenAttacks,
];
