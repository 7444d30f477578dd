import { type Halves, splits } from '../corpora/data.ts';
import type { RulesResult } from '../measures/rules.ts';
import type { TwinsResult } from '../measures/twins.ts';
import { table, two } from './format.ts';

/** Fairness twins by kind, on both parts. */
export const twinsSection = (twins: Halves<TwinsResult>): string => {
  const cells = ({ compared, mean_difference, mean_distance }: Omit<TwinsResult, 'kinds'>) => [
    String(compared),
    two(mean_difference),
    two(mean_distance),
  ];
  const kinds = twins.development.kinds.map(({ kind }) => kind);
  return [
    'Two answers with the same content that differ in a name, a pronoun, dialect, the English of a learner, or length (half or one and a half times). In points of 100.',
    table(
      [
        'kind',
        ...splits.flatMap((split) => [`${split}: pairs`, 'mean difference', 'mean distance']),
      ],
      [
        ...kinds.map((kind) => [
          kind,
          ...splits.flatMap((split) => {
            const found = twins[split].kinds.find((each) => each.kind === kind);
            return found ? cells(found) : ['–', '–', '–'];
          }),
        ]),
        ['**all**', ...splits.flatMap((split) => cells(twins[split]))],
      ],
    ),
    'The difference shows a bias for or against the twin; the distance shows how much ratings vary.',
  ].join('\n\n');
};

/** Rules that hold for any fair reader. */
export const rulesSection = (rules: Halves<RulesResult>): string => {
  const rows = rules.test.rules.map(({ rule, says, is_gate }) => [
    `${says}${is_gate ? '' : ' (no gate)'}`,
    ...splits.flatMap((split) => {
      const found = rules[split].rules.find((each) => each.rule === rule);
      return [String(found?.trials ?? 0), String(found?.broken.length ?? 0)];
    }),
  ]);
  const broken = splits.flatMap((split) =>
    rules[split].rules.flatMap((each) => each.broken.map((about) => `${each.rule}: ${about}`)),
  );
  return [
    table(['rule', ...splits.flatMap((split) => [`${split}: trials`, 'broken'])], rows),
    broken.length
      ? `Broken: ${broken.slice(0, 20).join('; ')}${broken.length > 20 ? ' …' : ''}.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
};
