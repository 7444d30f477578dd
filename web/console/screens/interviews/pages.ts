import type { Input, Output } from '../../../../client/types.ts';
import { talaro } from '../../talaro.ts';

export type Listed = Output<'listInterviews'>['items'][number];

export interface ListPage {
  items: Listed[];
  next: string | null;
}

const perPage = 50;
/** A page of a narrowed list can be empty and have a next one: so many are read before a person is asked. */
const mostReads = 20;

/** A page that is full, unless the list ends, or too many in a row have shown nothing. */
export const readPage = async (
  input: Omit<Input<'listInterviews'>, 'cursor'> & { cursor?: string },
  signal: AbortSignal,
): Promise<ListPage> => {
  const items: Listed[] = [];
  let cursor: string | null = input.cursor ?? null;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const limit = perPage - items.length;
    const page = await talaro.listInterviews(
      { ...input, limit, ...(cursor && { cursor }) },
      { signal },
    );
    items.push(...page.items);
    cursor = page.next_cursor;
    if (!cursor || items.length >= perPage) break;
  }
  return { items, next: cursor };
};

/** The pages that were seen, by their address: going back shows them at once, before they are read anew. */
const seen = new Map<string, ListPage>();
const mostSeen = 20;

/** Forgets them, for the next person. */
export const forgetPages = () => seen.clear();

export const seenPage = (address: string): ListPage | null => seen.get(address) ?? null;

export const keepPage = (address: string, page: ListPage): ListPage => {
  seen.delete(address);
  seen.set(address, page);
  const [oldest] = seen.keys();
  if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
  return page;
};

/** Whether both show the same interviews in the same order, so that nothing moves between them. */
export const showTheSame = (one: ListPage, other: ListPage): boolean =>
  one.items.length === other.items.length &&
  one.items.every(({ interview_id }, index) => interview_id === other.items[index]?.interview_id);
