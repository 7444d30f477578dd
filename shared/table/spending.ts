import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { queryFrom, type Table, transact, type WriteAction } from './client.ts';
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
