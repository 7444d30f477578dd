import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import { isoUtc } from '../domain/plain-text.ts';
import { errorFacts, logged, logger } from '../http/log.ts';
import type { Table } from '../table/client.ts';
import { bookUnused, readSpending } from '../table/spending.ts';
import { dailyBudget, spentToday, withinBudget } from './budget.ts';
import { createInterviewer } from './create-interviewer.ts';
import { describedModels } from './described-models.ts';
import type { Interviewer } from './interviewer.ts';

/** The environment of a function that calls the model; `none` stands for no value. */
export const interviewerEnv = [
  'QUESTION_MODEL',
  'EVALUATION_MODEL',
  'SECOND_OPINION_MODEL',
  'MODEL_CAPABILITIES',
  'GUARDRAIL',
  'DAILY_BUDGET_USD',
] as const;

const given = (value: string) => (value === 'none' ? undefined : value);

const Guardrail = z
  .string()
  .regex(/^[^:]+:[^:]+$/, 'GUARDRAIL must be <id>:<version>')
  .transform((text) => {
    const [id = '', version = ''] = text.split(':');
    return { id, version };
  });

const describedIn = (text: string | undefined) =>
  text === undefined ? undefined : describedModels().parse(JSON.parse(text));

const Budget = z.coerce.number().positive();

/** Logs that what led to nothing could not be booked, which fails nothing. */
export const reportUnbooked = (interview_id: string | null) => (error: unknown) =>
  logger.warn('spending not booked', { interview_id, error: errorFacts(error) });

/**
 * The interviewer on Bedrock, with the models, guardrail and budget from the environment.
 * @returns the interviewer that works for an interview, or for none
 */
export const connectInterviewer = (
  env: Record<(typeof interviewerEnv)[number], string>,
  table: Table,
): ((interview_id: string | null) => Interviewer) => {
  const parts = {
    bedrock: logged(new BedrockRuntimeClient({ maxAttempts: 2 })),
    question_model: env.QUESTION_MODEL,
    evaluation_model: env.EVALUATION_MODEL,
    second_opinion_model: given(env.SECOND_OPINION_MODEL),
    guardrail: Guardrail.optional().parse(given(env.GUARDRAIL)),
    described: describedIn(given(env.MODEL_CAPABILITIES)),
  };
  const requireBudget = dailyBudget(Budget.parse(env.DAILY_BUDGET_USD), async (at) => {
    const usd = await readSpending(table, at);
    logger.info(spentToday, { usd });
    return usd;
  });
  return (interview_id) => {
    const wasted: Interviewer['wasted'] = (...used) =>
      bookUnused(table, interview_id, used, isoUtc(Date.now())).catch(reportUnbooked(interview_id));
    return withinBudget(createInterviewer({ ...parts, wasted }), requireBudget);
  };
};
