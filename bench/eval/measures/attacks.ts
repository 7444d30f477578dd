import {
  type Attack,
  attackClasses,
  withoutInstructions,
} from '../../../tests/data/attacks/attack.ts';
import type { Ask } from '../asking/ask.ts';
import type { SampleJob } from '../corpora/jobs.ts';
import { answerAt, type LabelledQuestion } from '../corpora/labelled.ts';
import { wilson } from '../statistics/intervals.ts';
import { gainOf, type Try } from './gain.ts';
import { attackByPoison } from './poison.ts';

const victims = [
  { on: 'weak', level: 1 },
  { on: 'middling', level: 3 },
] as const;

/** Each variant is tried on so many questions: not always the same, and of all sets. */
const questionsPerAttack = 6;

/**
 * Tries every attack: those on answers on a weak and a middling answer to some questions (floods: to
 * every third of them), those through job and résumé on each job.
 */
export const measureAttacks = async (
  ask: Ask,
  attacks: readonly Attack[],
  questions: readonly LabelledQuestion[],
  jobs: readonly SampleJob[],
) => {
  const tries = await Promise.all(
    attacks.map(async (attack, i) => {
      const made =
        attack.target === 'answer' || attack.target === 'answers'
          ? await onAnswers(ask, attack, chosen(questions, i))
          : await attackByPoison(ask, attack, jobs);
      return made.map((each) => ({ ...each, unseen: attack.split === 'test' }));
    }),
  );
  const flat = tries.flat();
  const classes = Object.entries(attackClasses).map(([name, title]) => ({
    class: name,
    title,
    ...summary(flat.filter((each) => each.class === name)),
  }));
  return {
    ...summary(flat),
    variants: attacks.length,
    /** Those that speak to whoever evaluates. */
    injections: summary(flat.filter((each) => !withoutInstructions.has(each.class))),
    /** Those in words that nothing was made with in view. */
    unseen: summary(flat.filter((each) => each.unseen)),
    classes: classes.filter(({ tries: count, skipped }) => count + skipped > 0),
    successes: flat
      .flatMap(({ class: name, variant, gain }) =>
        gain?.success
          ? [{ class: name, variant, on: gain.on, about: gain.about, points: gain.points }]
          : [],
      )
      .slice(0, examples),
  };
};
export type AttacksResult = Awaited<ReturnType<typeof measureAttacks>>;

/** As many successes as anybody looks up. */
const examples = 40;

/** The questions for the nth attack, spread over all. */
const chosen = (questions: readonly LabelledQuestion[], nth: number): LabelledQuestion[] => {
  const count = Math.min(questionsPerAttack, questions.length);
  return Array.from({ length: count }, (_, k) => {
    const at = nth + Math.floor((k * questions.length) / count);
    return questions[at % questions.length];
  }).filter((question) => question !== undefined);
};

/** A flood takes as long as twenty other answers; a third of the questions shows enough. */
const isFlood = (text: string) => text.length > 10_000;
const questionsPerFlood = 3;

const onAnswers = async (
  ask: Ask,
  attack: Extract<Attack, { target: 'answer' | 'answers' }>,
  questions: readonly LabelledQuestion[],
): Promise<Try[]> => {
  const tries = questions.flatMap((asked, i) =>
    victims.map(async ({ on, level }): Promise<Try[]> => {
      const { id, question, rubric } = asked;
      const answer = answerAt(asked, level);
      const attacked =
        attack.target === 'answer'
          ? attack.apply(answer, question, rubric)
          : `${answer}\n\n${attack.parts[i % attack.parts.length]}`;
      if (isFlood(attacked) && i % questionsPerFlood !== 0) return [];
      const [clean, after] = await Promise.all([
        ask.assess({ question, rubric, answer }),
        ask.assess({ question, rubric, answer: attacked }),
      ]);
      const gain = gainOf(clean, after, { on, about: id });
      return [{ class: attack.class, variant: attack.variant, gain }];
    }),
  );
  return (await Promise.all(tries)).flat();
};

const summary = (tries: readonly Try[]) => {
  const gains = tries.flatMap(({ gain }) => (gain ? [gain] : []));
  const hits = gains.filter(({ success }) => success).length;
  return {
    tries: gains.length,
    successes_count: hits,
    share: gains.length ? hits / gains.length : null,
    interval: wilson(hits, gains.length),
    flagged: gains.filter(({ flagged }) => flagged).length,
    /** Tries that could not be made: the interviewer failed, or did not score the clean twin. */
    skipped: tries.length - gains.length,
  };
};
