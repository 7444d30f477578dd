import { readableLines } from './documents.ts';
import { type Duty, extractDuties } from './duties.ts';
import { fold } from './fold.ts';
import { languageOf } from './function-words.ts';
import { extractTerms, type Term } from './terms.ts';
import { splitWords } from './words.ts';

/** An advertisement as the offline interviewer reads it. */
export interface JobReading {
  /** What can be read of it; the first line is the title. */
  lines: readonly string[];
  /** Of the advertisement, which need not be that of the interview. */
  language: string;
  /** What it asks a person to do; only read in English. */
  duties: readonly Duty[];
  /** What it names, heaviest first. */
  terms: readonly Term[];
}

/** Reads an advertisement: title, empty line, description. */
export const readJob = (job: string, tongue: string): JobReading => {
  const lines = readableLines(job).filter((line) => line.trim() !== '');
  const language = languageOf(splitWords(fold(lines.join('\n'))), tongue);
  return {
    lines,
    language,
    duties: language === 'en' ? extractDuties(lines) : [],
    terms: extractTerms(lines, language),
  };
};

/**
 * The things by name that the job deals with. Where it names hardly any and no duties can be read, its
 * heaviest terms as well, those of the title last.
 */
export const skillsOf = ({ lines, terms, duties }: JobReading): Term[] => {
  const named = terms.filter((term) => term.named);
  if (duties.length > 0 || named.length >= ENOUGH) return named;
  const title = fold(lines[0] ?? '');
  const others = terms.filter((term) => !term.named);
  const inTitle = (term: Term) => title.includes(fold(term.text));
  const told = [...named, ...others.filter((term) => !inTitle(term))];
  return (told.length >= ENOUGH ? told : [...told, ...others.filter(inTitle)]).slice(0, MOST);
};

const ENOUGH = 3;
const MOST = 6;
