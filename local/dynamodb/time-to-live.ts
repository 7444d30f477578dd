import * as z from 'zod';
import type { Item } from './attribute-value.ts';
import type { Types } from './dynalite-model.ts';
import { resourceNotFound, validationException } from './errors.ts';
import { check } from './input.ts';
import { deleteItem, findTable, getItem } from './items.ts';
import { keyspace, under } from './keyspace.ts';
import type { Level } from './level.ts';
import type { Exclusively } from './mutex.ts';
import { reading, type View, writing } from './view.ts';

const tableName = {
  type: 'String',
  notNull: true,
  regex: '[a-zA-Z0-9_.-]+',
  lengthGreaterThanOrEqual: 3,
  lengthLessThanOrEqual: 255,
};

const types: Types = {
  TableName: tableName,
  TimeToLiveSpecification: {
    type: 'FieldStruct<TimeToLiveSpecification>',
    notNull: true,
    children: {
      AttributeName: {
        type: 'String',
        notNull: true,
        lengthGreaterThanOrEqual: 1,
        lengthLessThanOrEqual: 255,
      },
      Enabled: { type: 'Boolean', notNull: true },
    },
  },
};

const Stored = z.object({ AttributeName: z.string() }).optional();

type Update = {
  TableName: string;
  TimeToLiveSpecification: { AttributeName: string; Enabled: boolean };
};

/** @throws ValidationException where this is how it is already, as DynamoDB does */
export async function updateTimeToLive(view: View, body: unknown): Promise<object> {
  const { TableName, TimeToLiveSpecification } = check<Update>({ types }, body);
  const { AttributeName, Enabled } = TimeToLiveSpecification;
  const current = await attributeOf(view, TableName);
  if (Enabled && current === AttributeName) {
    throw validationException('TimeToLive is already enabled');
  }
  if (!Enabled && !current) throw validationException('TimeToLive is already disabled');
  if (current && current !== AttributeName) {
    throw validationException(
      `TimeToLive is active on a different AttributeName: current AttributeName is ${current}`,
    );
  }
  if (Enabled) view.put(keyspace.timeToLive(TableName), { AttributeName });
  else view.del(keyspace.timeToLive(TableName));
  return { TimeToLiveSpecification };
}

export async function describeTimeToLive(view: View, body: unknown): Promise<object> {
  const { TableName } = check({ types: { TableName: tableName } }, body);
  const AttributeName = await attributeOf(view, TableName);
  return {
    TimeToLiveDescription: AttributeName
      ? { TimeToLiveStatus: 'ENABLED', AttributeName }
      : { TimeToLiveStatus: 'DISABLED' },
  };
}

async function attributeOf(view: View, table: string): Promise<string | undefined> {
  if (!(await findTable(view, table))) throw resourceNotFound(`Table: ${table} not found`);
  return Stored.parse(await view.get(keyspace.timeToLive(table)))?.AttributeName;
}

const BATCH = 25;

/** Deletes the items whose time has passed, a few at a time, so that requests come between. */
export async function deleteExpired(
  level: Level,
  exclusively: Exclusively,
  now: () => number,
): Promise<void> {
  const expired = await reading(level, (view) => findExpired(view, now()));
  for (let start = 0; start < expired.length; start += BATCH) {
    const batch = expired.slice(start, start + BATCH);
    await exclusively(() =>
      writing(level, async (view) => {
        for (const each of batch) await deleteIfExpired(view, each, now());
      }),
    );
  }
}

type Expired = { table: string; key: string };

async function findExpired(view: View, now: number): Promise<Expired[]> {
  const found: Expired[] = [];
  const settings = keyspace.timeToLive('');
  for await (const [setting, value] of view.entries(under(settings))) {
    const attribute = Stored.parse(value)?.AttributeName ?? '';
    const table = setting.slice(settings.length);
    const items = keyspace.item(table);
    for await (const [key, item] of view.entries(under(items))) {
      if (isExpired(item as Item, attribute, now))
        found.push({ table, key: key.slice(items.length) });
    }
  }
  return found;
}

/** It may have been written anew, or the table dropped, since it was found. */
async function deleteIfExpired(view: View, { table: name, key }: Expired, now: number) {
  const table = await findTable(view, name);
  if (!table) return;
  const attribute = await attributeOf(view, name);
  const item = await getItem(view, table, key);
  if (attribute && item && isExpired(item, attribute, now)) await deleteItem(view, table, key);
}

const FIVE_YEARS_S = 5 * 365 * 24 * 60 * 60;

/** A number of seconds since 1970; one more than five years ago is taken for a mistake. */
function isExpired(item: Item, attribute: string, now: number): boolean {
  const seconds = Number(item[attribute]?.N ?? Number.NaN);
  return seconds < now / 1000 && seconds > now / 1000 - FIVE_YEARS_S;
}
