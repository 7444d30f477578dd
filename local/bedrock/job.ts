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
 * The things by name that the job deals with. Where it names none and no duties can be read, its
 * heaviest terms.
 */
export const skillsOf = ({ terms, duties }: JobReading): Term[] => {
  const named = terms.filter((term) => term.named);
  return named.length > 0 || duties.length > 0 ? named : terms.slice(0, 6);
};
