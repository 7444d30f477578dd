import type { Ask } from '../asking/ask.ts';
import { type Outcome, overallLevel } from '../asking/outcome.ts';
import { lexicalKhanScores } from '../baseline/khan.ts';
import type { KhanAnswer } from '../corpora/khan.ts';
import {
  agreementAmong,
  agreementWith,
  cohenKappa,
  exactAgreement,
} from '../statistics/agreement.ts';
import { byBand } from '../statistics/bands.ts';
import { bootstrap } from '../statistics/intervals.ts';
import { verdictsByOthers } from '../statistics/threshold.ts';

const yesNo = [0, 1];

/** One 0/1 verdict, with those of the three raters on the same answer. */
interface Judged {
  item: string;
  domain: string;
  verdict: number;
  raters: readonly number[];
}

/** Correct means level 3 or more: fixed before any result was seen. An unscored answer is not correct. */
const verdictOf = (outcome: Outcome) => ((overallLevel(outcome) ?? 0) >= 3 ? 1 : 0);

/** Assesses the short answers and compares the verdicts with the three human ones. */
export const measureKhan = async (ask: Ask, answers: readonly KhanAnswer[]) => {
  const outcomes = await Promise.all(
    answers.map(({ question, rubric, answer }) => ask.assess({ question, rubric, answer })),
  );
  const judge = (verdicts: readonly number[]): Judged[] =>
    answers.map(({ item, domain, raters }, i) => ({
      item,
      domain,
      raters,
      verdict: verdicts[i] ?? 0,
    }));
  const fitted = (scores: readonly number[]) =>
    judge(
      verdictsByOthers(
        answers.map((answer, i) => ({
          group: answer.item,
          score: scores[i] ?? 0,
          label: majority(answer.raters),
        })),
      ),
    );
  const interviewer = judge(outcomes.map(verdictOf));
  const lexical = fitted(lexicalKhanScores(answers));
  return {
    items: new Set(answers.map(({ item }) => item)).size,
    answers: answers.length,
    not_scored: outcomes.filter(({ score }) => score === null).length,
    failed: outcomes.filter(({ failure }) => failure !== null).length,
    flagged: outcomes.filter(({ flagged }) => flagged).length,
    human: {
      kappa: agreementAmong(ratersOf(judge([])), yesNo),
      interval: overItems(judge([]), (sample) => agreementAmong(ratersOf(sample), yesNo)),
    },
    /** Level 3 or more is correct. */
    interviewer: agreement(interviewer),
    /** The same scores with the threshold fitted like the baseline's. */
    interviewer_learnt: agreement(fitted(outcomes.map(({ score }) => score ?? -1))),
    lexical: agreement(lexical),
    /** Interviewer minus lexical baseline, on the same drawn items. */
    over_lexical: overItems(
      interviewer.map((each, i) => ({ ...each, other: lexical[i]?.verdict ?? 0 })),
      (sample) => {
        const others = sample.map(({ other, ...each }) => ({ ...each, verdict: other }));
        const [ours, theirs] = [withRaters(sample), withRaters(others)];
        return ours === null || theirs === null ? null : ours - theirs;
      },
    ),
    length: agreement(fitted(answers.map(({ answer }) => answer.length))),
    bands: byBand(
      outcomes.flatMap(({ score, flagged }, i) =>
        score === null ? [] : [{ score, flagged, label: majority(answers[i]?.raters ?? []) }],
      ),
    ),
  };
};
export type KhanResult = Awaited<ReturnType<typeof measureKhan>>;

const majority = (raters: readonly number[]) =>
  raters.reduce((sum, verdict) => sum + verdict, 0) * 2 > raters.length ? 1 : 0;

const ratersOf = (judged: readonly Judged[]) =>
  [0, 1, 2].map((rater) => judged.map(({ raters }) => raters[rater] ?? 0));

const withRaters = (sample: readonly Judged[]) =>
  agreementWith(
    sample.map(({ verdict }) => verdict),
    ratersOf(sample),
    yesNo,
  );

/** Mean kappa with each rater (comparable to human inter-rater agreement), and by domain. */
const agreement = (judged: readonly Judged[]) => {
  const verdicts = judged.map(({ verdict }) => verdict);
  const truth = judged.map(({ raters }) => majority(raters));
  return {
    kappa: withRaters(judged),
    interval: overItems(judged, withRaters),
    kappa_majority: cohenKappa(verdicts, truth, yesNo),
    accuracy: exactAgreement(verdicts, truth),
    by_domain: Object.fromEntries(
      [...new Set(judged.map(({ domain }) => domain))].map((domain) => [
        domain,
        withRaters(judged.filter((each) => each.domain === domain)),
      ]),
    ),
  };
};

const overItems = <One extends Judged>(
  judged: readonly One[],
  statistic: (sample: readonly One[]) => number | null,
) => {
  const items = [...Map.groupBy(judged, ({ item }) => item).values()];
  return bootstrap(items, (sample) => statistic(sample.flat()), 400);
};
