import type { KhanResult } from '../measures/khan.ts';
import type { RetestResult } from '../measures/retest.ts';
import { bandTable } from './band-table.ts';
import { interval, percent, table, two } from './format.ts';

/** The Khan answers: agreement with three human raters beside theirs with each other. */
export const khanSection = (khan: KhanResult, plot: string): string => {
  const row = (
    name: string,
    { kappa, interval: bounds, kappa_majority, accuracy, by_domain }: KhanResult['lexical'],
  ) => [
    name,
    `${two(kappa)} ${interval(bounds)}`,
    two(kappa_majority),
    percent(accuracy),
    ...Object.values(by_domain).map(two),
  ];
  return [
    `${khan.answers} short answers by pupils to ${khan.items} items, each judged correct or not by three people (Khan/llm-saq-scoring, CC BY 4.0). ${khan.not_scored} not scored, which counts as not correct; ${khan.flagged} flagged.`,
    table(
      [
        '',
        'κ with each rater, mean',
        'κ with the majority',
        'accuracy',
        ...Object.keys(khan.lexical.by_domain),
      ],
      [
        [
          'human inter-rater agreement',
          `${two(khan.human.kappa)} ${interval(khan.human.interval)}`,
          '–',
          '–',
          ...Object.keys(khan.lexical.by_domain).map(() => '–'),
        ],
        row('interviewer, correct = level 3 or more', khan.interviewer),
        row('interviewer, threshold fitted on other items', khan.interviewer_learnt),
        row('lexical baseline, threshold fitted on other items', khan.lexical),
        row('length alone, threshold fitted on other items', khan.length),
      ],
    ),
    overLexical(khan),
    `![Agreement on the Khan answers](${plot})`,
    bandTable(khan.bands, 'share correct by majority'),
  ].join('\n\n');
};

/** The difference from the baseline, and whether it is statistically significant. */
const overLexical = ({ interviewer, lexical, over_lexical }: KhanResult): string => {
  const difference = (interviewer.kappa ?? 0) - (lexical.kappa ?? 0);
  const certain = over_lexical !== null && (over_lexical[0] > 0 || over_lexical[1] < 0);
  return `Interviewer (level 3 or more) minus lexical baseline: ${two(difference)} ${interval(over_lexical)} (95%, bootstrap over items)${certain ? '' : '; not statistically significant'}.`;
};

/** Repeated readings. */
export const retestSection = ({
  runs,
  answers,
  compared,
  same_level,
  deviation,
  kappa,
}: RetestResult): string =>
  `${answers} answers of the test part read ${runs} times; ${compared} were scored each time. The same level on a criterion in every run: ${percent(same_level)}. Mean standard deviation of a score: ${two(deviation)} points. Mean weighted κ between two runs: ${two(kappa)}.`;
