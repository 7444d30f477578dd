import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Deadline } from '../domain/deadline.ts';
import { AppError, conflict, interviewNotFound } from '../domain/errors.ts';
import { ConditionFailed, type Item, type Table, transact } from './client.ts';
import { ifExists } from './conditions.ts';
import { interviewIdOf, interviewPk, jobPk, kitPk, sk, usersPk } from './keys.ts';

/** A paid piece of work that only one request may do at a time, by the item that its lease is on. */
export interface Work {
  pk: string;
  sk: string;
}

/** Writing the kit of a job. */
export const writingKitOf = (job_hash: string): Work => ({ pk: jobPk(job_hash), sk: sk.only });
/** Speaking the questions of a kit. */
export const speakingKit = (kit_id: string): Work => ({
  pk: kitPk(kit_id),
  sk: sk.claim('speech'),
});
/** Preparing the questions of an interview's link. */
export const makingLinkOf = (interview_id: string): Work => ({
  pk: interviewPk(interview_id),
  sk: sk.claim('link'),
});
/** Reading one answer, by its order. */
export const readingAnswer = (interview_id: string, order: number): Work => ({
  pk: interviewPk(interview_id),
  sk: sk.response(order),
});
/** Reading the answers of an interview late, and evaluating it. */
export const evaluating = (interview_id: string): Work => ({
  pk: interviewPk(interview_id),
  sk: sk.claim('evaluation'),
});

/** Taking the rights of an admin: two at once could leave none. */
export const changingAdmins: Work = { pk: usersPk, sk: sk.claim('admins') };

/** How long a lease lasts at least, in ms: as long as a request behind API Gateway may take. */
const leaseTime = 30_000;

/** Longer than any lease lasts, in ms: one that ends later is from before the clock was set back. */
export const longestLease = 6 * 60_000;

/** The attributes of an item that is written together with a lease on it. */
export const leased = (by: string, now: number) => ({ lease_by: by, lease_until: now + leaseTime });

/** Gives back a lease, also one that was taken with its item. Never throws: a lease expires anyway. */
export const releaseLease = async (table: Table, work: Work, by: string): Promise<void> => {
  await update(table, work, {
    ConditionExpression: 'lease_by = :by',
    ExpressionAttributeValues: { ':until': 0, ':by': by },
  }).catch(() => false);
};

interface Expression {
  ConditionExpression: string;
  ExpressionAttributeValues: Item;
}

const lost = [ConditionalCheckFailedException, TransactionConflictException];

const leaseUpdate = (table: Table, Key: Work, expression: Expression) => ({
  TableName: table.name,
  Key,
  UpdateExpression: 'SET lease_until = :until, lease_by = :by',
  ...expression,
});

/** Runs an update. @returns whether it was made: its condition held, and no transaction came between */
const update = async (table: Table, key: Work, expression: Expression): Promise<boolean> => {
  try {
    await table.client.send(new UpdateCommand(leaseUpdate(table, key, expression)));
    return true;
  } catch (error) {
    if (lost.some((kind) => error instanceof kind)) return false;
    throw error;
  }
};

/** The same as long as the interview exists: of one that was erased nothing comes back. */
const updateWhileThere = async (
  table: Table,
  interview_id: string,
  key: Work,
  expression: Expression,
): Promise<boolean> => {
  try {
    const Update = leaseUpdate(table, key, expression);
    await transact(table, [{ Update }, ifExists(table, interview_id)]);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    if (!(error instanceof ConditionFailed)) throw error;
    if (error.lost.has(sk.interview)) throw interviewNotFound(error);
    return false;
  }
};

/**
 * Takes the lease on a piece of work, for 30 s unless another time (ms) is given.
 * @param now milliseconds since the epoch
 * @returns what gives it back, or null if another request holds it
 * @throws AppError interview_not_found for work on an interview that has been erased
 */
export const takeLease = async (
  table: Table,
  work: Work,
  now: number,
  time = leaseTime,
): Promise<(() => Promise<void>) | null> => {
  const by = randomUUID();
  const interview_id = interviewIdOf(work.pk);
  const expression = {
    // One's own lease counts as free: the client repeats an update whose reply was lost.
    ConditionExpression:
      'attribute_not_exists(lease_until) OR lease_until < :now OR lease_until > :longest OR lease_by = :by',
    ExpressionAttributeValues: {
      ':until': now + time,
      ':by': by,
      ':now': now,
      ':longest': now + Math.max(time, longestLease),
    },
  };
  const taken = await (interview_id
    ? updateWhileThere(table, interview_id, work, expression)
    : update(table, work, expression)
  ).catch(async (error: unknown) => {
    // It may have been taken all the same.
    await releaseLease(table, work, by);
    throw error;
  });
  if (!taken) return null;
  return () => releaseLease(table, work, by);
};

/** How often a waiting request looks again, in ms. */
const interval = 400;

interface Paid<Made> {
  /** Looks for the result of another request; null while there is none. */
  done?(): Promise<Made | null>;
  make(): Promise<Made>;
}

/**
 * Does a paid piece of work under its lease. A request that finds it taken waits, and does it after
 * the other one, unless the other one's result will do as well.
 * @throws AppError conflict if the others take longer than until the deadline, interview_not_found
 */
export type OneAtATime = <Made>(work: Work, deadline: Deadline, paid: Paid<Made>) => Promise<Made>;

/** Paid work under leases of this table. */
export const oneAtATime =
  (
    table: Table,
    now: () => number = Date.now,
    wait: (ms: number) => Promise<void> = pause,
  ): OneAtATime =>
  async (work, deadline, { done = async () => null, make }) => {
    for (;;) {
      // No shorter than the work may take, or another request would pay for it again.
      const time = Math.max(leaseTime, deadline.at - now());
      const release = await takeLease(table, work, now(), time);
      try {
        const made = await done();
        if (made !== null) return made;
        if (release) return await make();
      } finally {
        await release?.();
      }
      if (now() + interval >= deadline.at) throw conflict();
      await wait(interval);
    }
  };
