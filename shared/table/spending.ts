import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { isUpperEstimate, spentOn } from '../domain/cost.ts';
import { Interview } from '../domain/interview.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Unused } from '../domain/session.ts';
import { changeInterview } from './audit.ts';
import {
  ConditionFailed,
  getItem,
  queryFrom,
  type Table,
  transact,
  type WriteAction,
} from './client.ts';
import { keyOf } from './conditions.ts';
import { dayOf, shards } from './counts.ts';
import { budgetPk, interviewPk, sk } from './keys.ts';
import { updateOf } from './update.ts';

const Shard = z.object({ micro_usd: z.number() });

/** An amount as reports count it. */
export const costs = (usd: number) => ({ micro_usd: Math.ceil(usd * 1e6) });

/**
 * Books an amount on its day (UTC), in the transaction that stores what it was spent on.
 * @param at ISO 8601, UTC
 */
export const spend = (table: Table, usd: number, at: string): WriteAction[] =>
  usd > 0
    ? [
        {
          Update: updateOf(
            table,
            { pk: budgetPk(dayOf(at)), sk: sk.shard(randomInt(shards)) },
            { add: costs(usd) },
          ),
        },
      ]
    : [];

/** Adds replies and sound that were paid for and lead to nothing to what their interview has cost. */
export const addUnused = (
  table: Table,
  interview_id: string,
  used: readonly Provenance[],
  voice_usd = 0,
): WriteAction[] => {
  const total = unusedOf(used, voice_usd);
  if (total.input_tokens + total.output_tokens + total.micro_usd === 0) return [];
  return [
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.unused),
        UpdateExpression:
          'ADD input_tokens :in, output_tokens :out, micro_usd :micro_usd, upper_estimates :upper',
        ExpressionAttributeValues: {
          ':in': total.input_tokens,
          ':out': total.output_tokens,
          ':micro_usd': total.micro_usd,
          ':upper': total.upper_estimates,
        },
      },
    },
  ];
};

const unusedOf = (used: readonly Provenance[], voice_usd: number): Unused => ({
  input_tokens: used.reduce((sum, { input_tokens }) => sum + input_tokens, 0),
  output_tokens: used.reduce((sum, { output_tokens }) => sum + output_tokens, 0),
  micro_usd: Math.ceil((spentOn(used) + voice_usd) * 1e6),
  upper_estimates: used.filter(isUpperEstimate).length,
});

/** What it leads to on an interview, as long as that is there. */
const onInterview = async (
  table: Table,
  interview_id: string,
  unused: WriteAction[],
  cost: { at: string; usd: number },
): Promise<WriteAction[]> => {
  const item = await getItem(table, interviewPk(interview_id), sk.interview);
  if (!item) return [];
  const { kit_id = null } = Interview.pick({ kit_id: true }).parse(item);
  const counts = [{ kit_id, at: cost.at, counts: costs(cost.usd) }];
  return [...unused, ...changeInterview(table, interview_id, null, { counts })];
};

/**
 * Books replies and sound that led to nothing, on their day and on the interview they were for, if
 * any; only on the day if that has been erased meanwhile.
 */
export const bookUnused = async (
  table: Table,
  interview_id: string | null,
  used: readonly Provenance[],
  at: string,
  voice_usd = 0,
): Promise<void> => {
  const usd = spentOn(used) + voice_usd;
  const unused = interview_id ? addUnused(table, interview_id, used, voice_usd) : [];
  const onDay = spend(table, usd, at);
  const book = async (more: WriteAction[]) => {
    const actions = [...onDay, ...more];
    if (actions.length > 0) await transact(table, actions);
  };
  if (!interview_id || unused.length === 0) return book([]);
  const more = await onInterview(table, interview_id, unused, { at, usd });
  await book(more).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error;
    return book([]);
  });
};

/** Books an amount that bought nothing the table stores. */
export const bookSpending = async (table: Table, usd: number, at: string): Promise<void> => {
  const actions = spend(table, usd, at);
  if (actions.length > 0) await transact(table, actions);
};

/** The spending on the day of a moment (ISO 8601, UTC), in US dollars. */
export const readSpending = async (table: Table, at: string): Promise<number> => {
  const items = await queryFrom(table, budgetPk(dayOf(at)), sk.shard(0));
  return items.reduce((sum, item) => sum + Shard.parse(item).micro_usd, 0) / 1e6;
};
