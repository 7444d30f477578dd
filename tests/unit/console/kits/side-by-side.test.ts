import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../web/console/screens/kits/compare.ts';
import { wordDiff } from '../../../../web/console/screens/kits/word-diff.ts';
import { aContent, aKitQuestion } from '../../../support/kits.ts';
import { aRubric, id } from '../../../support/records.ts';

const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
    .join('');

describe('the words of two texts', () => {
  it.each([
    ['What did you do?', 'What did you do first?', 'What did you do[+ first]?'],
    ['one two three', 'one three', 'one[- two] three'],
    ['same', 'same', 'same'],
    ['', 'new', '[+new]'],
    ['gone', '', '[-gone]'],
    ['bäd 👍🏽 x', 'bäd 👎🏽 x', 'bäd[- 👍][+ 👎]🏽 x'],
  ])('%j and %j are %j', (before, after, marked) => {
    expect(told(before, after)).toBe(marked);
  });

  it('make up both texts, whatever they are', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '😀', '\u202e'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const stretches = wordDiff(before, after);
        const without = (kind: string) =>
          stretches.flatMap((one) => (one.kind === kind ? [] : one.text)).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('are replaced as a whole where comparing them would take long', () => {
    const [before, after] = ['a b '.repeat(1200), 'c b '.repeat(1200)];

    expect(wordDiff(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
  });
});

describe('two versions side by side', () => {
  const left = aContent();
  const [first, second] = left.questions;
  if (!first || !second) throw new Error('There are no questions');
  const right = {
    competencies: left.competencies.map((one) => ({ ...one, name: 'Data', weight: 1 })),
    questions: [
      { ...second, weight: 0.5, rubric: aRubric(0.5, 0.5) },
      aKitQuestion(9, { text: 'New?' }),
      first,
    ],
  };
  const { competencies, questions } = compare(left, right);

  it('say what was added, removed and changed, matched by their ids', () => {
    expect(questions.map(({ id: own, kind }) => [own, kind])).toEqual([
      [second.id, 'changed'],
      [id(118), 'added'],
      [first.id, 'changed'],
      [id(106), 'removed'],
    ]);
    expect(competencies).toEqual([
      {
        id: 'data-modelling',
        title: 'Data',
        kind: 'changed',
        fields: [{ label: 'Name', left: 'Data modelling', right: 'Data' }],
      },
    ]);
  });

  it('have each field that differs with both values, and null where there is none', () => {
    const [changed] = questions;

    expect(changed?.fields.slice(0, 5)).toEqual([
      { label: 'Competency', left: 'Data modelling', right: 'Data' },
      { label: 'Weight', left: '33.3\u00a0%', right: '50\u00a0%' },
      { label: 'Place', left: '2', right: '1' },
      { label: 'A Criterion 1: weight', left: '100\u00a0%', right: '50\u00a0%' },
      { label: 'B Criterion 2: what is judged', left: null, right: 'Criterion 2' },
    ]);
    expect(compare(left, left).questions.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
  });
});
