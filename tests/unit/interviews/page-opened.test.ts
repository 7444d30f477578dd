import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expect, it, vi } from 'vitest';
import { logger } from '../../../shared/http/log.ts';
import { reported } from '../../support/reported.ts';
import { createWorld } from '../../support/world.ts';

const linked = async (hooks: Parameters<typeof createWorld>[0] = {}) => {
  const world = createWorld(hooks);
  await world.create();
  return { world, token: (await world.generate()).link_token };
};
const openings = async (world: Awaited<ReturnType<typeof linked>>['world']) =>
  (await world.look()).audit.filter(({ event }) => event === 'page_opened');

it('is noted once for each link, and counted once for each interview', async () => {
  vi.spyOn(logger, 'warn').mockImplementation(() => undefined);
  const { world, token } = await linked();

  await world.view(token);
  await world.view(token);
  const { link, interview } = await world.look();
  const { link_token } = await world.regenerate();
  await Promise.all([world.view(link_token), world.view(link_token)]);

  const [first, second, ...more] = await openings(world);
  expect(more).toEqual([]);
  expect([first, second]).toMatchObject([
    { at: link?.opened_at, actor: 'candidate', facts: { generation: 1 } },
    { facts: { generation: 2 } },
  ]);
  expect((await world.look()).interview.opened_at).toBe(interview.opened_at);
  expect(interview.opened_at).toBe(first?.at);
  expect(reported(world.items()).opened).toBe(1);
});

it('takes a transaction the first time, and none after that or at the end', async () => {
  const commands: string[] = [];
  const { world, token } = await linked({ before: (command) => void commands.push(command) });
  const seen = async () => {
    commands.length = 0;
    await world.view(token);
    return [...commands];
  };

  expect(await seen()).toEqual(['QueryCommand', 'TransactWriteItemsCommand']);
  expect(await seen()).toEqual(['QueryCommand']);
  const { ai_session_id, link_token } = await world.regenerate();
  await world.start(link_token);
  await world.complete(link_token, ai_session_id);
  commands.length = 0;
  await world.view(link_token);
  expect(commands).toEqual(['QueryCommand']);
});

it('answers the view all the same when it cannot be noted, and says so in the log', async () => {
  const warn = vi.spyOn(logger, 'warn').mockImplementation(() => undefined);
  const failing = { now: false };
  const { world, token } = await linked({
    before: (command) => {
      if (failing.now && command === 'TransactWriteItemsCommand')
        throw new Error('The table is down');
    },
  });
  failing.now = true;

  expect((await world.view(token)).can_join).toBe(true);

  expect(warn).toHaveBeenCalledExactlyOnceWith('opening not noted', expect.anything());
  failing.now = false;
  await Promise.all([world.view(token), world.view(token)]);
  expect(await openings(world)).toHaveLength(1);
});

it('does not wait for others who write to the interview', async () => {
  vi.spyOn(logger, 'warn').mockImplementation(() => undefined);
  const crowded = { now: false, times: 0 };
  const { world, token } = await linked({
    before: (command) => {
      if (!crowded.now || command !== 'TransactWriteItemsCommand') return;
      crowded.times++;
      throw new TransactionCanceledException({
        $metadata: {},
        message: '',
        CancellationReasons: [{ Code: 'TransactionConflict' }],
      });
    },
  });
  crowded.now = true;

  await world.view(token);

  expect(crowded.times).toBe(1);
});
