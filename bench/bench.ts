import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { coldStart } from './cold-start.ts';
import { consoleList } from './console-list.ts';
import { framework } from './framework.ts';
import { interviewCost } from './interview-cost.ts';
import { linkToken } from './link-token.ts';
import { lists } from './lists.ts';
import { type Bench, isKept, type Measure, numbersOnly } from './measure.ts';
import { memory } from './memory.ts';
import { page } from './page.ts';
import { roundTrips } from './round-trips.ts';
import { textTime } from './text-time.ts';
import { typing } from './typing.ts';

/** In this order: timings come before anything that loads more code into this process. */
export const benches: readonly Bench[] = [
  framework,
  linkToken,
  coldStart,
  roundTrips,
  page,
  interviewCost,
  textTime,
  typing,
  memory,
  consoleList,
  // Last: what 20,000 interviews leave in this process would slow the others.
  lists,
];

const program = fileURLToPath(new URL('../bin/bench.ts', import.meta.url));

/** Measures a group in a process of its own: two whole systems do not fit into one. */
const apart = async (name: string): Promise<Measure[]> => {
  const arguments_ = [program, '--only', name, '--json'];
  // Its status is 1 where a gate is broken, which the whole run tells too.
  const { stdout } = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(stdout)).measures;
};

/**
 * Measures the named groups, or all of them if none is named.
 * @throws Error for an unknown name, and for a measure that is not a number
 */
export const measureAll = async (
  names: readonly string[],
  onStart: (name: string) => void,
): Promise<Measure[]> => {
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = benches.map(({ name }) => name).join(', ');
    throw new Error(`Unknown group ${unknown}; choose from ${known}`);
  }
  const measured: Measure[] = [];
  for (const bench of benches) {
    if (names.length > 0 && !names.includes(bench.name)) continue;
    onStart(bench.name);
    const measure = bench.apart && names.length !== 1 ? apart(bench.name) : bench.measure();
    measured.push(...numbersOnly(await measure));
  }
  return measured;
};

const decimals = {
  '×': 2,
  KB: 0,
  MB: 0,
  'kB gzip': 1,
  'round trips': 0,
  calls: 0,
  USD: 4,
  CLS: 3,
} as const;

const shown = (value: number, unit: Measure['unit']) =>
  `${value.toFixed(decimals[unit])} ${unit}`.replace(/round trips|calls/, '').trim();

/** The measures as a table for a terminal, each with what it is based on below. */
export const table = (measures: readonly Measure[]): string => {
  const rows = measures.map((measure) => [
    isKept(measure) ? 'ok' : 'BROKEN',
    measure.what,
    shown(measure.value, measure.unit),
    `≤ ${shown(measure.gate, measure.unit)}`,
    measure.reach === null ? '' : shown(measure.reach, measure.unit),
  ]);
  const all = [['', 'budget', 'measured', 'gate', 'reach'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((n) => Math.max(...all.map((row) => row[n]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, n) => (n < 2 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd();
  const notes = measures.map(({ what, basis }) => `  ${what}: ${basis}`);
  return [...all.map(line), '', 'What was measured:', ...notes].join('\n');
};
