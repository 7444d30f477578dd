import { catalogueFor, fill, hasCatalogue } from './catalogues/languages.ts';
import { type Blocks, type KnownLevels, levelsOf, settingsOf } from './request.ts';

const hasDigit = (name: string) => /\p{N}/u.test(name);

/** The mean level of one answered question, or undefined where none was given. */
const meanOf = ({ criteria }: KnownLevels[number]) => {
  const levels = criteria.flatMap(({ level }) => (level === null ? [] : [level]));
  if (levels.length === 0) return undefined;
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
};

/** The text that closes an interview, from levels and competencies alone: no number, no verdict. */
export const writeClosing = (blocks: Blocks) => {
  const { tongue, language } = settingsOf(blocks);
  const { closing } = catalogueFor(tongue);
  const levels = levelsOf(blocks);
  const list = new Intl.ListFormat(hasCatalogue(tongue) ? language : 'en');
  const say = (text: string, names: readonly string[]) => {
    const spoken = [...new Set(names)].filter((name) => name !== '' && !hasDigit(name));
    return spoken.length > 0 ? fill(text, { names: list.format(spoken) }) : '';
  };
  const named = (chosen: KnownLevels) => chosen.map(({ competency }) => competency);
  const answered = levels.filter((question) => question.answered);
  const read = answered.flatMap((question) => {
    const mean = meanOf(question);
    return mean === undefined ? [] : [{ name: question.competency, mean }];
  });
  const most = read.filter(({ mean }) => mean >= 3.5).map(({ name }) => name);
  const least = read
    .filter(({ mean, name }) => mean < 2.5 && !most.includes(name))
    .map(({ name }) => name);
  const join = (...texts: string[]) => texts.filter((text) => text !== '').join(' ');
  return {
    evaluation: join(
      closing.offline,
      answered.length > 0 ? say(closing.answered, named(answered)) : closing.none_answered,
      say(closing.open, named(levels.filter((question) => !question.answered))),
      say(
        closing.not_read,
        named(answered.filter(({ criteria }) => criteria.some(({ level }) => level === null))),
      ),
    ),
    strengths: say(closing.shown_most, most) || closing.shown_none,
    areas_for_improvement: join(
      say(closing.shown_least, least) ||
        (read.length > 0 && least.length === 0 ? closing.shown_all : ''),
      closing.advice,
    ),
  };
};
