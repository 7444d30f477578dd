import { readFileSync } from 'node:fs';
import type { BankCriterion } from '../../../local/bedrock/bank.ts';
import { answerOffline } from '../../../local/bedrock/offline.ts';
import type { Difficulty, InterviewType } from '../../../shared/domain/interview.ts';

export interface Posting {
  id: string;
  job_title: string;
  language: string;
  job_description: string;
}

/** Postings that an earlier question writer failed on. */
export const postings: Posting[] = JSON.parse(
  readFileSync(new URL('../../data/postings.json', import.meta.url), 'utf8'),
).postings;

export interface WrittenQuestion {
  text: string;
  criteria: BankCriterion[];
}
interface Derived {
  competencies: { name: string; description: string; importance: number }[];
}

export interface KitSettings {
  type: InterviewType;
  difficulty: Difficulty;
  count: number;
}

export const jobOf = ({ job_title, job_description }: Posting) =>
  `${job_title}\n\n${job_description}`;

export const settingsFor = ({ language }: Pick<Posting, 'language'>, settings: KitSettings) =>
  JSON.stringify({ ...settings, language });

export const derive = (posting: Posting, settings: KitSettings) =>
  answerOffline('derive_competencies', {
    settings: settingsFor(posting, settings),
    job: jobOf(posting),
  }) as Derived;

/** Asks for questions as one call for a kit does. */
export const write = (
  posting: Posting,
  settings: KitSettings,
  competencies: readonly { id: string; name: string }[],
  wanted: readonly { competency_id: string; nth: number; text?: string }[],
): WrittenQuestion[] => {
  const { questions } = answerOffline('write_questions', {
    settings: settingsFor(posting, settings),
    job: jobOf(posting),
    competencies: JSON.stringify(competencies),
    wanted: JSON.stringify(wanted),
  }) as { questions: WrittenQuestion[] };
  return questions;
};

/** A whole kit: competencies in their order, questions shared out evenly, two to a call. */
export const writeKit = (posting: Posting, settings: KitSettings) => {
  const { competencies } = derive(posting, settings);
  const named = competencies.map((competency, n) => ({ id: `c-${n}`, ...competency }));
  const wanted = Array.from({ length: settings.count }, (_, n) => ({
    competency_id: `c-${n % named.length}`,
    nth: Math.floor(n / named.length),
  }));
  const questions: WrittenQuestion[] = [];
  for (let n = 0; n < wanted.length; n += 2) {
    questions.push(...write(posting, settings, named, wanted.slice(n, n + 2)));
  }
  return { competencies: named, questions };
};
