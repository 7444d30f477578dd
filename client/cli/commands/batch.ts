import { readFile } from 'node:fs/promises';
import { UsageError } from '../../../bin/command.ts';
import { type People, type Person, readPeople } from '../../people-csv.ts';
import type { Client } from '../../types.ts';
import { chunksOf, makeChunk, type Ready } from '../batch-chunks.ts';
import { alreadyMade, checksumOf, readLinks } from '../batch-done.ts';
import { linksCsv, type Outcome, outcomeOf, remarksOn, rowsCsv, whoOf } from '../batch-rows.ts';
import { command, type Options, type Values } from '../command.ts';
import { addressOf, deployment } from '../deployment.ts';
import { everyKit } from '../every-kit.ts';
import { isThere, writeOwn } from '../own-file.ts';
import { zoneOf } from '../own-zone.ts';
import { note, print, printJson, progress } from '../screen.ts';
import { plain } from '../terminal-text.ts';

const options = {
  check: { type: 'boolean', says: 'only check the file; nothing is sent' },
  out: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    says: 'a CSV file of links; what it has is not made again',
  },
  'skip-wrong': { type: 'boolean', says: 'create the rows that are right, without the others' },
  wrong: { type: 'string', value: 'FILE', says: 'write the rows that are wrong to a CSV file' },
  'no-links': { type: 'boolean', says: 'make no links yet' },
  kit: { type: 'string', value: 'KIT', says: 'id or job title of a kit, for rows without one' },
  'starts-at': { type: 'string', value: 'TIME', says: 'for rows without one' },
  'ends-at': { type: 'string', value: 'TIME', says: 'for rows without one' },
  zone: { type: 'string', value: 'ZONE', says: 'of times without one; that of this machine' },
} as const satisfies Options;

type Chosen = Values<typeof options>;

const isReady = (person: Person): person is Ready => person.interview !== null;

/** Reads and checks the file, and says what there is to say of it. @throws Error for no such file */
const readChecked = async (
  talaro: Client,
  file: string,
  values: Chosen,
  signal: AbortSignal,
): Promise<People> => {
  const [zone, bytes] = [zoneOf(values.zone), await readFile(file)];
  const defaults = {
    kit_id: values.kit ?? '',
    starts_at: values['starts-at'] ?? '',
    ends_at: values['ends-at'] ?? '',
  };
  const kits = await everyKit(talaro, signal);
  const read = readPeople(bytes, { zone, kits, now: new Date(), defaults });
  if (read.problem) throw new Error(`${plain(read.problem)}.`);
  for (const remark of remarksOn(read)) note(remark);
  const ready = read.people.filter(isReady).length;
  note(`${ready} ready, ${read.people.length - ready} to fix. Times without a zone are ${zone}.`);
  return read;
};

interface Work {
  url: string;
  people: readonly Ready[];
  /** What there is of whom, more with each answer. */
  outcomes: Map<Ready, Outcome>;
  links: boolean;
}

/** Makes the interviews that are not there yet, and says how far it is. */
const makeAll = async (
  talaro: Client,
  { url, people, outcomes, links }: Work,
  signal: AbortSignal,
): Promise<void> => {
  const bar = progress();
  const show = () => bar.at(`${outcomes.size} of ${people.length} interviews`);
  show();
  for (const [at, chunk] of chunksOf(people).entries()) {
    // Left out only now: the other chunks stay what they were, and so do their keys.
    const rest = chunk.filter((person) => !outcomes.has(person));
    if (rest.length === 0) continue;
    const body = { interviews: rest.map(({ interview }) => interview), generate_links: links };
    const rows = new Map(
      (await makeChunk(talaro, body, at, { signal })).map((row) => [row.index, row]),
    );
    for (const [index, person] of rest.entries()) {
      outcomes.set(person, outcomeOf(person, rows.get(index), checksumOf(url, person)));
    }
    show();
  }
  bar.done();
};

/** Makes the interviews and keeps what was made, whatever happens. */
const makeAndKeep = async (
  talaro: Client,
  people: readonly Ready[],
  { out, 'no-links': noLinks, ...values }: Chosen,
  signal: AbortSignal,
): Promise<Outcome[]> => {
  const [url, known] = [await addressOf(values.url), out ? await readLinks(out) : []];
  const outcomes = alreadyMade(people, known, url);
  if (outcomes.size > 0) note(`${outcomes.size} of them are in ${out} and are not made again.`);
  // Also before the first is made: links that cannot be kept had better not be.
  const keep = () => out && writeOwn(out, linksCsv([...new Set([...known, ...outcomes.values()])]));
  await keep();
  try {
    await makeAll(talaro, { url, people, outcomes, links: !noLinks }, signal).finally(keep);
  } catch (error) {
    note(`\nStopped after ${outcomes.size} of ${people.length}. Run the same command again within`);
    note('a day: what there is already is not made twice.');
    throw error;
  }
  return people.flatMap((person) => {
    const outcome = outcomes.get(person);
    return outcome ? [{ ...outcome, ...whoOf(person) }] : [];
  });
};

/** @throws UsageError for a file that is there, which may have been mended already */
const keepWrong = async (file: string, text: string) => {
  if ((await isThere(file)) && (await readFile(file, 'utf8')) !== text) {
    throw new UsageError(`${file} is there already. Name another for --wrong`);
  }
  await writeOwn(file, text);
};

const show = (outcomes: readonly Outcome[], { json, out }: Chosen) => {
  if (json) for (const outcome of outcomes) printJson(outcome);
  else if (out) {
    const made = outcomes.filter(({ error }) => !error).length;
    print(`${made} of ${outcomes.length} interviews are in ${out}.`);
  } else {
    // Not as a table: a link that is cut is of no use.
    for (const { row, candidate_name, public_interview_url, interview_id, error } of outcomes) {
      print(
        `${row}  ${plain(candidate_name)}  ${plain(error) || public_interview_url || interview_id}`,
      );
    }
  }
};

export const batch = command({
  summary: 'Create the interviews of a CSV file, once all of it has been checked',
  takes: ['FILE'],
  options,
  examples: [
    ['people.csv --check', 'say what is wrong with it'],
    ['people.csv --out links.csv', 'create all, and keep the links'],
    ['people.csv --skip-wrong --wrong fix.csv', 'the rest comes later, in a file of its own'],
  ],
  async run({ values, args: [file = ''], signal }) {
    const talaro = await deployment(values);
    const read = await readChecked(talaro, file, values, signal);
    const ready = read.people.filter(isReady);
    const wrong = read.people.filter((person) => !isReady(person));
    if (values.wrong && wrong.length > 0) await keepWrong(values.wrong, rowsCsv(read, wrong));
    if (values.check) {
      const rows = wrong.map(({ row, line, problems }) => ({ row, line, problems }));
      if (values.json) printJson({ ready: ready.length, wrong: rows });
      return wrong.length > 0 ? 1 : 0;
    }
    if (wrong.length > 0 && !values['skip-wrong']) {
      note('Nothing was created. Fix these rows, or leave them out with --skip-wrong.');
      return 1;
    }
    if (wrong.length > 0 && !values.out) {
      note('Send the rest in a file of its own (--wrong FILE): in this one, changed, the others');
      note('would be made once more, unless --out FILE keeps which they are.');
    }
    const outcomes = await makeAndKeep(talaro, ready, values, signal);
    show(outcomes, values);
    return outcomes.some(({ error }) => error) ? 1 : 0;
  },
});
