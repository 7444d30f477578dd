import { readFileSync } from 'node:fs';
import type { BankCriterion } from '../../../local/bedrock/bank.ts';
import { answerOffline } from '../../../local/bedrock/offline.ts';
import { readBlocks, readTask } from '../../../local/bedrock/request.ts';
import { Converse } from '../../../local/converse/request.ts';
import type { Difficulty, InterviewType } from '../../../shared/domain/interview.ts';
import type { KitContent } from '../../../shared/domain/kit-content.ts';
import type { ConverseClient } from '../../../shared/interviewer/ask.ts';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import { writeContent } from '../../../shared/kits/write-content.ts';

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

interface WrittenQuestion {
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

const settingsFor = ({ language }: Pick<Posting, 'language'>, settings: KitSettings) =>
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

const bedrock: ConverseClient = {
  send: async ({ input }) => {
    const { system, messages } = Converse.parse(input);
    const task = readTask(system);
    const output = task && answerOffline(task, readBlocks(messages[0]?.content ?? ''));
    return {
      $metadata: {},
      output: { message: { role: 'assistant', content: [{ text: JSON.stringify(output) }] } },
      stopReason: 'end_turn',
      usage: undefined,
      metrics: undefined,
      additionalModelResponseFields: { evaluator: 'offline' },
    };
  },
};
const interviewer = createInterviewer({ bedrock, question_model: 'm', evaluation_model: 'm' });

/** A whole kit, written as a user gets it. */
export const writeKit = async (
  { job_title, job_description, language }: Posting,
  { type, difficulty, count }: KitSettings,
): Promise<KitContent> => {
  const job = { job_title, job_description, language, ai_interview_type: type, difficulty };
  const deadline = { at: Date.now() + 60_000 };
  const kit = { ...job, question_count: count };
  return (await writeContent(interviewer, kit, [], deadline)).content;
};
