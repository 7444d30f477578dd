import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { isUpperEstimate, spentOn } from '../domain/cost.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Unused } from '../domain/session.ts';
import { queryFrom, type Table, transact, type WriteAction } from './client.ts';
import { keyOf } from './conditions.ts';
import { budgetPk, sk } from './keys.ts';

/** One day's spending is spread over this many items, so that parallel writes do not collide. */
const shards = 16;

const Shard = z.object({ micro_usd: z.number() });

const dayOf = (at: string) => at.slice(0, 10);

/**
 * Books an amount on its day (UTC), in the transaction that stores what it was spent on.
 * @param at ISO 8601, UTC
 */
export const spend = (table: Table, usd: number, at: string): WriteAction[] =>
  usd > 0
    ? [
        {
          Update: {
            TableName: table.name,
            Key: { pk: budgetPk(dayOf(at)), sk: sk.shard(randomInt(shards)) },
            UpdateExpression: 'ADD micro_usd :micro_usd',
            ExpressionAttributeValues: { ':micro_usd': Math.ceil(usd * 1e6) },
          },
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

/** Books replies and sound that led to nothing, on their day and on the interview they were for, if any. */
export const bookUnused = async (
  table: Table,
  interview_id: string | null,
  used: readonly Provenance[],
  at: string,
  voice_usd = 0,
): Promise<void> => {
  const onInterview = interview_id ? addUnused(table, interview_id, used, voice_usd) : [];
  const actions = [...spend(table, spentOn(used) + voice_usd, at), ...onInterview];
  if (actions.length > 0) await transact(table, actions);
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
