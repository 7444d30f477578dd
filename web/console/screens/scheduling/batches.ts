import type { NewInterview } from '../../../../client/person-check.ts';
import { sleep } from '../../../../client/retry.ts';
import type { Client, Output } from '../../../../client/types.ts';

/** What is to be made, decided once: sent again, it makes nothing twice. */
export interface Plan {
  /** The beginning of the Idempotency-Key of each batch. */
  id: string;
  links: boolean;
  rows: readonly { row: number; interview: NewInterview }[];
}

/** Few enough for the progress to be seen, and for a stop to come soon; the API takes 100. */
const mostRows = 20;
/** In bytes; the API takes 5 MB. */
const largest = 4_000_000;

export interface Batch {
  key: string;
  rows: Plan['rows'];
}

/** A plan in the parts in which it is sent, always the same. */
export const batchesOf = ({ id, rows }: Plan): Batch[] => {
  const parts: Plan['rows'][number][][] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = new TextEncoder().encode(JSON.stringify(row.interview)).length + 1;
    const part = parts.at(-1);
    const fits = part && part.length < mostRows && size + bytes <= largest;
    if (fits) part.push(row);
    else parts.push([row]);
    size = fits ? size + bytes : bytes;
  }
  return parts.map((part, index) => ({ key: `${id}.${index}`, rows: part }));
};

/** What became of a row. With `isOpen`, the same request will soon make what is missing. */
export interface Outcome {
  row: number;
  interview_id: string | null;
  link: string | null;
  expires_at: string | null;
  /** The server's sentence on what is missing; null where nothing is. */
  error: string | null;
  isOpen: boolean;
}

const mayFollow = new Set(['unavailable', 'conflict', 'throttled', 'too_many_requests']);

type Result = Output<'createInterviews'>['results'][number];

/** The row's outcome as a result of its batch has it. */
export const outcomeOf = ({ interview, link, error }: Result, row: number): Outcome => {
  const issues = error?.issues?.map(({ message }) => message).join('; ');
  return {
    row,
    interview_id: interview?.interview_id ?? null,
    link: link?.public_interview_url ?? null,
    expires_at: link?.expires_at ?? null,
    error: error ? issues || error.error : null,
    isOpen: error !== undefined && mayFollow.has(error.code),
  };
};

export interface Making {
  talaro: Pick<Client, 'createInterviews'>;
  /** What is known already; a batch of settled rows is not sent again. */
  known: ReadonlyMap<number, Outcome>;
  signal: AbortSignal;
  onOutcomes(outcomes: Outcome[]): void;
}

/** A batch is given up for now after so many answers in a row that brought nothing new. */
const mostVain = 4;

const makeBatch = async (batch: Batch, links: boolean, { talaro, signal, onOutcomes }: Making) => {
  const body = { interviews: batch.rows.map(({ interview }) => interview), generate_links: links };
  let left = Number.POSITIVE_INFINITY;
  for (let vain = 0; vain < mostVain; ) {
    const { results } = await talaro.createInterviews(body, { idempotency_key: batch.key, signal });
    const outcomes = results.map((result) => outcomeOf(result, batch.rows[result.index]?.row ?? 0));
    onOutcomes(outcomes);
    const open = outcomes.filter(({ isOpen }) => isOpen).length;
    if (open === 0) return;
    vain = open < left ? 0 : vain + 1;
    left = open;
    const waits = results.map(({ error }) => error?.retry_after ?? 1);
    await sleep(Math.max(...waits) * 1000, signal);
  }
};

/** Whether the same request can make nothing more of a row: it has all, or was refused. */
const isSettled = ({ error, interview_id, isOpen }: Outcome) =>
  error === null || (interview_id === null && !isOpen);

/** Makes what is not made yet, batch after batch. @throws TalaroError, or the reason of the signal */
export const makeAll = async (plan: Plan, making: Making): Promise<void> => {
  for (const batch of batchesOf(plan)) {
    const known = batch.rows.map(({ row }) => making.known.get(row));
    if (!known.every((outcome) => outcome && isSettled(outcome)))
      await makeBatch(batch, plan.links, making);
  }
};
