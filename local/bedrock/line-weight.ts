import { fold } from './fold.ts';

const WISH =
  /\b(?:nice to have|a plus|bonus|ideally|optional|desirable|von vorteil|wünschenswert|deseable|un atout|souhaité)\b/;
const NEED =
  /\b(?:must|required?|essential|mandatory|need|erforderlich|zwingend|imprescindible|exigé|indispensable)\b/;

/** How much a line of an advertisement counts: the title twice, what is only wished for half. */
export const weightOfLine = (line: string, place: number): number => {
  if (place === 0) return 2;
  const folded = fold(line);
  if (WISH.test(folded)) return 0.5;
  return NEED.test(folded) ? 1.5 : 1;
};
