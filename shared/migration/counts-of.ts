import { usdOf, voiceUsd } from '../domain/cost.ts';
import { bandOfTime, countsOfScore, timeName } from '../domain/counts.ts';
import { usesOfInterview } from '../interviews/uses-of-interview.ts';
import type { Counted } from '../table/counts.ts';
import type { InterviewRecord } from '../table/interviews.ts';
import { costs } from '../table/spending.ts';
import { engineFor } from '../voice/voices.ts';
import { momentsOf } from './moments-of.ts';

type Amounts = readonly [at: string | null | undefined, counts: Counted['counts']];

/** From the answer before, or the start, as submit-response has it. */
const answerTimes = ({ session, responses }: InterviewRecord): Amounts[] => {
  const inOrder = responses.toSorted((a, b) => (a.answered_at < b.answered_at ? -1 : 1));
  return inOrder.map(({ answered_at, took_s }, n) => {
    const since = inOrder[n - 1]?.answered_at ?? session?.started_at ?? answered_at;
    const between = Math.round((Date.parse(answered_at) - Date.parse(since)) / 1000);
    return [answered_at, { [timeName(bandOfTime(took_s ?? Math.max(0, between)))]: 1 }];
  });
};

/** What an interview is to have added to the reports, by what is stored of it; not what it cost. */
export const countsOf = (record: InterviewRecord, isDecided: boolean): Counted[] => {
  const { interview, session, questions, evaluations } = record;
  const { linked_at, opened_at, completed_at, cancelled_at } = momentsOf(record);
  const evaluation = evaluations.at(-1);
  const amounts: Amounts[] = [
    [linked_at, { linked: 1 }],
    [opened_at, { opened: 1 }],
    [session?.started_at, { started: 1 }],
    [completed_at, { completed: 1, ...(!isDecided && { waiting: 1 }) }],
    [cancelled_at, { cancelled: 1 }],
    ...answerTimes(record),
    [evaluation?.evaluated_at, evaluation ? countsOfScore(questions, evaluation) : {}],
  ];
  return amounts.flatMap(([at, counts]) => (at ? [{ kit_id: interview.kit_id, at, counts }] : []));
};

/** What an interview has cost so far, on the days of what it paid for. */
export const costsOf = (record: InterviewRecord): Counted[] => {
  const { interview, session, unused } = record;
  const { questions, evaluation } = usesOfInterview(record);
  const at = session?.created_at ?? interview.created_at;
  const spoken = voiceUsd(session?.voice_characters ?? 0, engineFor(interview.language));
  const amounts = [
    ...[...questions, ...evaluation].map((use) => ({ at: use.made_at, counts: costs(usdOf(use)) })),
    { at, counts: costs(spoken) },
    { at, counts: { micro_usd: unused?.micro_usd ?? 0 } },
  ];
  return amounts.map((amount) => ({ kit_id: interview.kit_id, ...amount }));
};

/** Of one name each. */
const singly = (counted: readonly Counted[]) =>
  counted.flatMap(({ counts, ...on }) =>
    Object.entries(counts).map(([name, by]) => ({ ...on, name, by })),
  );

/** Counted by the sweep alone, and what things cost: the record does not have the whole of it. */
const beyondRecord: readonly string[] = ['expired', 'micro_usd'];

/**
 * What has to be added so that an interview has added what it is to have added: nothing for a name
 * whose sum is right, on whatever days that was counted.
 */
export const missingCounts = (
  wanted: readonly Counted[],
  counted: readonly Counted[],
): Counted[] => {
  const is = Map.groupBy(singly(counted), ({ name }) => name);
  const shall = Map.groupBy(singly(wanted), ({ name }) => name);
  const sumOf = (amounts: readonly { by: number }[] = []) =>
    amounts.reduce((sum, { by }) => sum + by, 0);
  return [...new Set([...is.keys(), ...shall.keys()])].flatMap((name) => {
    const [had, has] = [is.get(name) ?? [], shall.get(name) ?? []];
    if (beyondRecord.includes(name) || sumOf(had) === sumOf(has)) return [];
    return [...had.map((one) => ({ ...one, by: -one.by })), ...has].map(({ by, name, ...on }) => ({
      ...on,
      counts: { [name]: by },
    }));
  });
};
