import { randomUUID } from 'node:crypto';
import type { Deadline } from '../domain/deadline.ts';
import type { KitJob } from '../domain/kit.ts';
import { type KitContent, maxCompetencies } from '../domain/kit-content.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Competency } from '../domain/rubric.ts';
import { bookIfLost } from '../interviewer/book-if-lost.ts';
import type { Interviewer, Job, WrittenQuestion } from '../interviewer/interviewer.ts';
import { uniqueSlugs } from '../interviewer/slug.ts';
import { normaliseWeights } from '../interviewer/weights.ts';
import { type GivenQuestion, type Slot, same, slotsFor } from './slots.ts';

type Writing = Pick<Interviewer, 'deriveCompetencies' | 'writeQuestions' | 'wasted'>;

/**
 * Writes a kit for a job: its competencies, and as many questions as it asks for, those given first.
 * Competencies without a question are left out. What is given whole costs no call.
 * @throws InterviewerError
 */
export const writeContent = async (
  interviewer: Writing,
  kit: KitJob,
  given: readonly GivenQuestion[],
  deadline: Deadline,
): Promise<{ content: KitContent; provenance: Provenance[] }> => {
  const { job_title: title, job_description: description, ai_interview_type: type } = kit;
  const { difficulty, language, question_count: count } = kit;
  const job: Job = { title, description, type, difficulty, language };
  const found = await competenciesFor(interviewer, job, { count, given }, deadline);
  const slots = slotsFor(found.competencies, given, count);
  const wanted = slots.filter((slot) => !slot.rubric || slot.competency_id === undefined);
  const { competencies } = found;
  const written =
    wanted.length > 0
      ? await bookIfLost(interviewer, found.provenance, () =>
          interviewer.writeQuestions({ job, competencies, wanted, count }, deadline),
        )
      : { questions: [], provenance: [] };
  const byModel = new Map(wanted.map((slot, n) => [slot, written.questions[n]]));
  const questions = slots.map((slot) => filled(slot, byModel.get(slot)));
  return {
    content: weighed(competencies, questions),
    provenance: [...found.provenance, ...written.provenance],
  };
};

/** Those that the given questions name, and beside them those that the model derives. */
const competenciesFor = async (
  interviewer: Writing,
  job: Job,
  { count, given }: { count: number; given: readonly GivenQuestion[] },
  deadline: Deadline,
): Promise<{ competencies: Competency[]; provenance: Provenance[] }> => {
  const names = given.flatMap(({ competency }) => competency ?? []);
  const named = names.filter((name, n) => names.findIndex((other) => same(other, name)) === n);
  const needsMore = given.length < count || names.length < given.length;
  const derived = needsMore
    ? await interviewer.deriveCompetencies({ job, count }, deadline)
    : { competencies: [], provenance: null };
  const isNamed = ({ name }: { name: string }) => named.some((other) => same(other, name));
  const kept = [
    ...derived.competencies.filter(isNamed),
    ...named
      .filter((name) => !derived.competencies.some((one) => same(one.name, name)))
      .map((name) => ({ name, description: name, weight: 1 / Math.max(named.length, 4) })),
    ...derived.competencies.filter((one) => !isNamed(one)),
  ].slice(0, maxCompetencies);
  const ids = uniqueSlugs(
    kept.map(({ name }) => name),
    'competency',
  );
  return {
    competencies: kept.map((one, n) => ({ ...one, id: ids[n] ?? '' })),
    provenance: derived.provenance ? [derived.provenance] : [],
  };
};

const filled = (slot: Slot, written: WrittenQuestion | undefined): WrittenQuestion => {
  const competency_id = slot.competency_id ?? written?.competency_id;
  const rubric = slot.rubric ?? written?.rubric;
  const text = slot.text ?? written?.text;
  if (!competency_id || !rubric || !text) throw new Error('A wanted question was not written');
  return { competency_id, rubric, text };
};

const weighed = (
  competencies: readonly Competency[],
  questions: readonly WrittenQuestion[],
): KitContent => {
  const on = (id: string) => questions.filter(({ competency_id }) => competency_id === id).length;
  const asked = competencies.filter(({ id }) => on(id) > 0);
  const shares = normaliseWeights(asked.map(({ weight }) => weight));
  const kept = asked.map((one, n) => ({ ...one, weight: shares[n] ?? 0 }));
  const weights = normaliseWeights(
    questions.map(({ competency_id }) => {
      const weight = kept.find(({ id }) => id === competency_id)?.weight ?? 0;
      return weight / on(competency_id);
    }),
  );
  return {
    competencies: kept,
    questions: questions.map((question, n) => ({
      ...question,
      id: randomUUID(),
      weight: weights[n] ?? 0,
    })),
  };
};
