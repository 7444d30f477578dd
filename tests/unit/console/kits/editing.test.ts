import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviseKit } from '../../../../functions/revise-kit/revise-kit.ts';
import { Revision } from '../../../../shared/contract/endpoints/revise-kit.ts';
import { carriedOver, changesBetween } from '../../../../web/console/screens/kits/changes.ts';
import {
  evened,
  withCompetency,
  withCriterion,
  withQuestion,
} from '../../../../web/console/screens/kits/items.ts';
import {
  type Content,
  contentIn,
  draftOf,
  type KitDraft,
} from '../../../../web/console/screens/kits/kit-draft.ts';
import { revisionOf } from '../../../../web/console/screens/kits/revision.ts';
import { aContent, aKitQuestion } from '../../../support/kits.ts';
import { aRubric } from '../../../support/records.ts';
import { by, kit_id, storedKit } from '../../kits/stored-kit.ts';

const competencies = ['data-modelling', 'running-it'].map((id) => ({
  id,
  name: id,
  description: 'One of two.',
  weight: 0.5,
}));
const questions = [1, 2, 3].map((order) => aKitQuestion(order, { rubric: aRubric(0.5, 0.5) }));
const content: Content = aContent({ competencies, questions });

type Edit = (draft: KitDraft) => KitDraft;
const onQuestion =
  (n: number, change: (question: KitDraft['questions'][number]) => object): Edit =>
  (draft) => ({
    ...draft,
    questions: draft.questions.map((one, place) =>
      place === n % draft.questions.length ? { ...one, ...change(one) } : one,
    ),
  });

const text = fc.string({ minLength: 1, maxLength: 20 }).filter((typed) => /[a-z]/i.test(typed));
const place = fc.nat(14);
const edits = fc.oneof<fc.Arbitrary<Edit>[]>(
  fc.tuple(place, text).map(([n, typed]) => onQuestion(n, () => ({ text: typed }))),
  fc.tuple(place, text).map(([n, typed]) =>
    onQuestion(n, ({ criteria }) => ({
      criteria: criteria.map((one) => ({ ...one, evidence: `${typed}\n\n ${typed} ` })),
    })),
  ),
  place.map((n) => onQuestion(n, ({ criteria }) => ({ criteria: criteria.toReversed() }))),
  place.map((n) =>
    onQuestion(n, ({ criteria }) => ({ criteria: evened(withCriterion(criteria).slice(-4)) })),
  ),
  fc.constant<Edit>((draft) => ({ ...draft, questions: draft.questions.toReversed() })),
  fc.constant<Edit>((draft) => ({
    ...draft,
    questions: evened(draft.questions.toSpliced(0, draft.questions.length > 1 ? 1 : 0)),
  })),
  fc.constant<Edit>((draft) => ({
    ...draft,
    questions: evened(withQuestion(draft.questions).slice(-15)),
  })),
  fc.constant<Edit>((draft) => ({
    ...draft,
    competencies: evened(withCompetency(draft.competencies).slice(0, 8)),
  })),
  place.map((n) =>
    onQuestion(n, () => ({ competency: n % 2 === 0 ? 'running-it' : 'data-modelling' })),
  ),
);

/** What is still missing in what was added. */
const filled = ({ competencies: named, questions: asked }: KitDraft): KitDraft => ({
  competencies: named.map((one) => ({
    ...one,
    name: one.name || 'A new one',
    description: one.description || 'Said.',
  })),
  questions: asked.map((one) => ({
    ...one,
    text: one.text || 'A new question?',
    competency: one.competency || (named.at(-1)?.key ?? ''),
    criteria: one.criteria.map((criterion) => ({
      ...criterion,
      name: criterion.name || 'New',
      level1: criterion.level1 || 'None.',
      level3: criterion.level3 || 'Some.',
      level5: criterion.level5 || 'All.',
      evidence: criterion.evidence || 'a number',
    })),
  })),
});

/** Without ids, which the API makes for what is new. */
const withoutIds = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (name, inside) =>
    ['id', 'competency_id', 'version'].includes(name) ? undefined : inside,
  );

describe('a kit that is edited', () => {
  it('has no changes at first, and sends nothing', () => {
    expect(changesBetween(content, contentIn(content, draftOf(content)))).toBe(0);
    expect(revisionOf(content, draftOf(content))).toEqual({});
  });

  it('says after saving what was typed, and has no changes left', async () => {
    const deeds = fc.array(edits, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(deeds, async (done) => {
        const draft = filled(done.reduce((before, edit) => edit(before), draftOf(content)));
        const wanted = contentIn(content, draft);
        fc.pre(changesBetween(content, wanted) > 0);
        const { deps } = await storedKit(content);

        const sent = Revision.parse({ version: 1, ...revisionOf(content, draft) });
        const saved = await reviseKit(deps, by, kit_id, sent);

        const { competencies: named, questions: asked } = saved;
        expect(withoutIds({ competencies: named, questions: asked })).toEqual(withoutIds(wanted));
        expect(asked.map((one) => named.findIndex(({ id }) => id === one.competency_id))).toEqual(
          draft.questions.map((one) =>
            draft.competencies.findIndex(({ key }) => key === one.competency),
          ),
        );
        expect(changesBetween(saved, contentIn(saved, draftOf(saved)))).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, Edit, number]>([
    ['a field', onQuestion(0, () => ({ text: 'Changed?' })), 1],
    ['an order', (draft) => ({ ...draft, questions: draft.questions.toReversed() }), 1],
    ['one removed', (draft) => ({ ...draft, questions: draft.questions.slice(1) }), 1],
    ['one added', (draft) => ({ ...draft, questions: withQuestion(draft.questions) }), 1],
    [
      'no weight that is typed as it was',
      onQuestion(0, ({ weight }) => ({ weight: ` ${weight}` })),
      0,
    ],
    [
      'three fields',
      onQuestion(1, ({ criteria }) => ({
        text: 'Changed?',
        criteria: criteria.map((one) => ({ ...one, level3: 'Changed.' })),
      })),
      3,
    ],
    [
      'blank lines between phrases, which are none',
      onQuestion(0, ({ criteria }) => ({
        criteria: criteria.map((one) => ({ ...one, evidence: `${one.evidence}\n\n` })),
      })),
      0,
    ],
  ])('counts %s', (_what, edit, count) => {
    expect(changesBetween(content, contentIn(content, edit(draftOf(content))))).toBe(count);
  });

  it('sends only what changed, and of a question nothing but that', () => {
    const draft = onQuestion(1, () => ({ text: 'Changed?' }))(draftOf(content));

    expect(revisionOf(content, draft)).toEqual({
      questions: questions.map(({ id }, n) => (n === 1 ? { id, text: 'Changed?' } : { id })),
    });
  });
});

describe('a draft whose version was overtaken', () => {
  const base = draftOf(content);

  it('carries its changes over to the newer version, which keeps its own', () => {
    const mine = onQuestion(0, () => ({ text: 'Mine?' }))({
      ...base,
      questions: withQuestion(base.questions.slice(0, 2)),
    });
    const theirs = onQuestion(0, () => ({ text: 'Theirs?' }))(
      onQuestion(1, () => ({ text: 'Theirs too?' }))(base),
    );

    const both = carriedOver(base, mine, theirs);

    expect(both.questions.map((one) => one.text)).toEqual(['Mine?', 'Theirs too?', '']);
  });

  it('keeps a question that was changed here and removed there', () => {
    const mine = onQuestion(2, () => ({ text: 'Mine?' }))(base);
    const theirs = { ...base, questions: base.questions.slice(0, 1) };

    const both = carriedOver(base, mine, theirs);

    expect(both.questions.map((one) => one.text)).toEqual(['Question 1?', 'Mine?']);
  });

  it('keeps an order that was chosen here', () => {
    const mine = { ...base, questions: base.questions.toReversed() };
    const theirs = onQuestion(0, () => ({ text: 'Theirs?' }))(base);

    const both = carriedOver(base, mine, theirs);

    expect(both.questions.map((one) => one.text)).toEqual([
      'Question 3?',
      'Question 2?',
      'Theirs?',
    ]);
  });

  it('is the newer version where nothing was changed, and the draft where nothing else was', () => {
    const changed = onQuestion(1, () => ({ text: 'Changed?' }))(base);

    expect(carriedOver(base, base, changed)).toEqual(changed);
    expect(carriedOver(base, changed, base)).toEqual(changed);
  });
});
