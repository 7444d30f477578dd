import { UsageError } from '../../bin/command.ts';

/** The number that an option holds; nothing would be sent for one that is none. @throws UsageError */
export const wholeNumber = (option: string, given: string): number => {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new UsageError(`--${option} takes a whole number`);
};
