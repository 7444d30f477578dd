import { describe, expect, it } from 'vitest';
import { interleaved, perCall } from '../../../bench/interleaved.ts';
import { type Measure, numbersOnly } from '../../../bench/measure.ts';

/** A call that takes 0.01 ms by a clock that moves in steps of `step` ms. */
const clocked = (step: number) => {
  let calls = 0;
  return {
    run: () => calls++,
    clock: () => Math.floor(calls / (100 * step)) * step,
    calls: () => calls,
  };
};

describe('A batch', () => {
  it('lasts at least 20 ms, however short a call is', async () => {
    const { run, clock, calls } = clocked(1);

    const cost = await perCall(run, clock)();

    expect(calls()).toBeGreaterThanOrEqual(2000);
    expect(cost).toBeCloseTo(0.01);
  });

  it('is never divided by a time that a coarse clock did not measure', async () => {
    const { run, clock } = clocked(8);

    const cost = await perCall(run, clock)();

    expect(cost).toBeGreaterThan(0.009);
    expect(cost).toBeLessThan(0.011);
  });

  it('fails with a clear message if the clock stands still', async () => {
    const zero = () => 0;

    const cost = perCall(zero, zero);

    await expect(cost()).rejects.toThrow('too short to measure');
  });

  it('waits for calls that are promises', async () => {
    let done = 0;
    const run = () =>
      Promise.resolve().then(() => {
        done++;
      });

    const cost = await perCall(run, () => done)();

    expect(cost).toBe(1);
  });
});

describe('Things measured in turn', () => {
  it('cost the least of their batches, without the warm-up', async () => {
    const costs = { one: [1, 5, 3, 4], two: [2, 8, 9, 7] };

    const least = await interleaved(
      { one: () => costs.one.shift() ?? 0, two: () => costs.two.shift() ?? 0 },
      { rounds: 3, warmUp: 1 },
    );

    expect(least).toEqual({ one: 3, two: 7 });
  });

  it('take turns forwards and backwards', async () => {
    const order: string[] = [];
    const thing = (name: string) => () => order.push(name);

    await interleaved({ a: thing('a'), b: thing('b') }, { rounds: 2, warmUp: 0 });

    expect(order).toEqual(['a', 'b', 'b', 'a']);
  });
});

describe('Measures', () => {
  const measure: Measure = {
    what: 'framework cost',
    value: 2,
    unit: '×',
    gate: 3,
    reach: null,
    basis: '',
  };

  it('pass unchanged if they are numbers', () => {
    expect(numbersOnly([measure])).toEqual([measure]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('fail by name at %d', (value) => {
    const measures = [measure, { ...measure, what: 'INIT', value }];

    expect(() => numbersOnly(measures)).toThrow(
      `INIT could not be measured: the result is ${value}`,
    );
  });
});
