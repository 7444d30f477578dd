import { expect, it } from 'vitest';
import { putUserName } from '../../../shared/table/user-names.ts';
import { id } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { createWorld } from '../../support/world.ts';

const asked = async () => {
  const world = createWorld();
  await world.create();
  const { link_token: token, ai_session_id: session_id } = await world.generate();
  const { accommodation_id } = await world.accommodate(token, 'SECRET message');
  const open = async () => (await world.look()).interview.open_requests;
  return { world, token, session_id, accommodation_id, open };
};

it('notes who saw to a request and when, once, and that it is open again', async () => {
  const { world, accommodation_id, open } = await asked();
  expect(await open()).toBe(1);

  await putUserName(world.table, { user_id: 'recruiter-1', name: 'Noor Haddad' });
  const { handled_by_name, ...handled } = await world.handle(accommodation_id, {
    handled: true,
    note: 'SECRET note',
  });
  const stored = world.items();
  const again = await world.handle(accommodation_id, { handled: true });

  expect(handled_by_name).toBe('Noor Haddad');
  expect(again).toEqual({ ...handled, handled_by_name });
  expect(world.items()).toEqual(stored);
  expect(handled).toMatchObject({
    accommodation_id,
    message: 'SECRET message',
    handled: true,
    handled_by: 'recruiter:recruiter-1',
    note: 'SECRET note',
  });
  const { accommodations, audit, interview } = await world.look();
  expect(accommodations).toEqual([handled]);
  expect(interview).toMatchObject({ open_requests: 0, updated_at: handled.handled_at });
  expect(audit.at(-1)?.facts).toEqual({ accommodation_id, handled: true });
  expect(JSON.stringify(audit)).not.toContain('SECRET');
  const reopened = await world.handle(accommodation_id, { handled: false });
  expect(reopened).not.toHaveProperty('handled_by');
  expect(reopened.handled_by_name).toBeNull();
  expect(await world.handle(accommodation_id, { handled: false })).toEqual(reopened);
  expect(await open()).toBe(1);
});

it('two at once count it once', async () => {
  const { world, accommodation_id, open } = await asked();

  await Promise.all(
    ['one', 'other'].map((note) => world.handle(accommodation_id, { handled: true, note })),
  );

  expect(await open()).toBe(0);
});

it('changes the note alone without counting', async () => {
  const { world, accommodation_id, open } = await asked();
  await world.handle(accommodation_id, { handled: true, note: 'first' });

  const { note } = await world.handle(accommodation_id, { handled: true, note: 'second' });

  expect([note, await open()]).toEqual(['second', 0]);
});

it('may come after the end, and is refused for what there is not', async () => {
  const { world, token, session_id, accommodation_id, open } = await asked();
  await world.start(token);
  await world.complete(token, session_id);

  await world.handle(accommodation_id, { handled: true });

  expect(await open()).toBe(0);
  for (const unknown of [id(99), 'none']) {
    expect(await codeOf(world.handle(unknown, { handled: true }))).toBe('not_found');
  }
  expect(await codeOf(createWorld().handle(accommodation_id, { handled: true }))).toBe(
    'interview_not_found',
  );
  const other = await asked();
  await other.world.cancel();
  await other.world.handle(other.accommodation_id, { handled: true });
  expect(await other.open()).toBe(0);
});
