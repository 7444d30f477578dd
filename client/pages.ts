import type { CallOptions } from './types.ts';

interface Paged<Item> {
  items: Item[];
  next_cursor?: string | null;
}

/**
 * Every item of a list, page after page, each fetched when it is reached:
 * `for await (const interview of everyItem(talaro.listInterviews, { status: 'completed' }))`.
 * @throws TalaroError as the list does
 */
export async function* everyItem<Query extends object, Item>(
  list: (query: Query, options?: CallOptions) => Promise<Paged<Item>>,
  query: Omit<Query, 'cursor'>,
  options: CallOptions = {},
): AsyncGenerator<Item, void> {
  let cursor: string | null | undefined;
  do {
    const page = await list({ ...query, ...(cursor && { cursor }) } as Query, options);
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor);
}
