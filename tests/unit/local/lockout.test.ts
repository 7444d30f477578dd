import { describe, expect, it } from 'vitest';
import { createLockout } from '../../../local/cognito/lockout.ts';

const minutes = 60_000;

const start = () => {
  const clock = { now: Date.parse('2026-11-02T09:00:00Z') };
  const attempt = createLockout(() => clock.now);
  const guess = (name = 'a') => attempt(name, async () => false);
  const know = (name = 'a') => attempt(name, async () => true);
  const fail = async (times: number) => {
    for (let n = 0; n < times; n++) expect(await guess()).toBe(false);
  };
  /** How long the name is locked from now on, in seconds. */
  const locked = async () => {
    const from = clock.now;
    while ((await guess()) === null) clock.now += 1000;
    return (clock.now - from) / 1000;
  };
  return { clock, attempt, guess, know, fail, locked };
};

describe('the lockout of the user pool', () => {
  it('locks for a second after five failures, then twice as long each time, up to 15 minutes', async () => {
    const { fail, locked } = start();
    await fail(5);

    const seconds: number[] = [];
    for (let n = 0; n < 12; n++) seconds.push(await locked());

    expect(seconds).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('refuses the right password too while it lasts, and counts nothing', async () => {
    const { clock, fail, know, locked } = start();
    await fail(5);
    for (let n = 0; n < 20; n++) expect(await know()).toBeNull();

    clock.now += 1000;

    expect(await locked()).toBe(0);
    expect(await locked()).toBe(2);
  });

  it('ends with a success, or with 15 minutes without an attempt', async () => {
    const { clock, fail, know } = start();
    await fail(4);
    expect(await know()).toBe(true);
    await fail(5);

    clock.now += 15 * minutes - 1;
    await fail(1);
    expect(await know()).toBeNull();
    clock.now += 15 * minutes;

    await fail(5);
    expect(await know()).toBeNull();
  });

  it('hears only five of many guesses that are sent at once, even if one is right', async () => {
    const { guess, know } = start();

    const heard = await Promise.all([...Array.from({ length: 100 }, () => guess()), know()]);

    expect(heard.filter((result) => result !== null)).toEqual([false, false, false, false, false]);
  });

  it('locks one name and no other, and forgets the oldest of ten thousand', async () => {
    const { attempt, clock, fail, know } = start();
    await fail(5);
    expect(await know('b')).toBe(true);
    clock.now += 1;

    for (let n = 0; n < 9_999; n++) await attempt(`name ${n}`, async () => false);
    expect(await know()).toBeNull();
    for (let n = 0; n < 10_000; n++) await attempt(`other ${n}`, async () => false);

    expect(await know()).toBe(true);
  });
});
