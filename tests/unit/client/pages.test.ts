import { expect, it } from 'vitest';
import { createClient } from '../../../client/client.ts';
import { everyItem } from '../../../client/pages.ts';
import { scriptedFetch } from '../../support/scripted-fetch.ts';

const page = (next_cursor: string | null, ...items: number[]) => ({
  body: { items: items.map((interview_id) => ({ interview_id })), next_cursor },
});

const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};

const clientOf = () => {
  const { fetch, sent } = scriptedFetch(page('b', 1, 2), page('c'), page(null, 3));
  return { talaro: createClient({ fetch }), asked: () => sent.map(({ url }) => url.split('?')[1]) };
};

it('reads page after page, also past an empty one', async () => {
  const { talaro, asked } = clientOf();

  const found = await all(everyItem(talaro.listInterviews, { status: 'completed' }));

  expect(found.map(({ interview_id }) => interview_id)).toEqual([1, 2, 3]);
  expect(asked()).toEqual(
    ['completed', 'completed&cursor=b', 'completed&cursor=c'].map((q) => `status=${q}`),
  );
});

it('reads no page that nobody comes to', async () => {
  const { talaro, asked } = clientOf();

  for await (const _ of everyItem(talaro.listInterviews, {})) break;

  expect(asked()).toHaveLength(1);
});

it('reads the list that has no pages', async () => {
  const { fetch } = scriptedFetch({ body: { items: [{ user_id: '1' }] } });

  const found = await all(everyItem(createClient({ fetch }).listUsers, {}));

  expect(found).toHaveLength(1);
});
