import { describe, expect, it } from 'vitest';
import { reviseKit } from '../../../functions/revise-kit/revise-kit.ts';
import { Revision } from '../../../shared/contract/endpoints/revise-kit.ts';
import { KitView } from '../../../shared/contract/kit-view.ts';
import { aContent, aKitQuestion, aVersion } from '../../support/kits.ts';
import { aRubric, id } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';
import { by, kit_id, storedKit } from './stored-kit.ts';

/** What a recruiter sends: the questions as they were read, changed by `over`. */
const sent = (over: object = {}, version = 1): Revision =>
  Revision.parse({ version, questions: aContent().questions.map((one) => ({ ...one, ...over })) });
const renamed = [
  { id: 'data-modelling', name: 'Data', description: 'Models data well.', weight: 1 },
];
const competencies = (version = 1): Revision => Revision.parse({ version, competencies: renamed });
/** Questions without ids, and with a rubric whose criteria have none. */
const fresh = (version = 1, text = 'A new one?'): Revision => {
  const { id: _, ...criterion } = aRubric().criteria[0] ?? {};
  const { id: __, ...question } = aKitQuestion(1, { text, weight: 1 });
  return Revision.parse({
    version,
    questions: [{ ...question, rubric: { criteria: [criterion] } }],
  });
};

describe('a revision', () => {
  it('adds the next version, a draft, and leaves the one before as it is', async () => {
    const { deps, read, contentOf } = await storedKit();

    const view = await reviseKit(deps, by, kit_id, sent({ text: 'Changed?' }));

    expect(KitView.parse(view)).toMatchObject({
      version: 2,
      status: 'draft',
      versions: [
        { version: 1, interviews: 0 },
        {
          version: 2,
          status: 'draft',
          created_by: 'recruiter:recruiter-2',
          created_at: '2026-11-23T10:05:00.000Z',
          questions: 3,
        },
      ],
      questions: [{ text: 'Changed?' }, { text: 'Changed?' }, { text: 'Changed?' }],
    });
    expect(await contentOf(1)).toEqual(aVersion(1));
    expect((await contentOf(2))?.questions[0]?.text).toBe('Changed?');
    expect((await read()).versions).toHaveLength(2);
  });

  it('leaves what is not sent as it is, provenance included', async () => {
    const { deps } = await storedKit();

    const { provenance, ...view } = await reviseKit(deps, by, kit_id, competencies());

    expect(view.competencies).toEqual(renamed);
    expect(view.questions).toEqual(aVersion(1).questions);
    expect(provenance).toEqual(aVersion(1).provenance);
  });

  it('gives a rubric that it changes the number of its version, and another keeps its own', async () => {
    const { deps } = await storedKit();
    const { questions = [], ...rest } = sent();
    const [first, ...others] = questions;
    if (!first) throw new Error('There is no question');
    const [criterion] = first.rubric?.criteria ?? [];
    const rubric = { criteria: [{ ...criterion, name: 'Renamed' }] };

    const view = await reviseKit(
      deps,
      by,
      kit_id,
      Revision.parse({ ...rest, questions: [{ ...first, rubric }, ...others] }),
    );

    expect(view.questions.map((one) => one.rubric.version)).toEqual([2, 1, 1]);
  });

  it('leaves what is left out of a question as it is, a new text with its rubric', async () => {
    const { deps } = await storedKit();
    const [first, ...others] = aContent().questions;
    const questions = [{ id: first?.id, text: 'Reworded?' }, ...others.map(({ id }) => ({ id }))];

    const view = await reviseKit(deps, by, kit_id, Revision.parse({ version: 1, questions }));

    expect(view.questions).toEqual([{ ...first, text: 'Reworded?' }, ...others]);
  });

  it('needs everything of a new question', async () => {
    const { deps } = await storedKit();
    const questions = [...aContent().questions.map(({ id }) => ({ id })), { text: 'New?' }];

    const refusal = await refusalOf(
      reviseKit(deps, by, kit_id, Revision.parse({ version: 1, questions })),
    );

    expect(refusal?.details.issues).toEqual(
      ['competency_id', 'weight', 'rubric'].map((field) => ({
        path: `questions.3.${field}`,
        message: `questions.3.${field} is required`,
      })),
    );
  });

  it('makes ids for new questions, and for criteria from their names', async () => {
    const { deps } = await storedKit();

    const { questions } = await reviseKit(deps, by, kit_id, fresh());

    expect(questions[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(aContent().questions.map((one) => one.id)).not.toContain(questions[0]?.id);
    expect(questions[0]?.rubric).toMatchObject({ version: 2, criteria: [{ id: 'criterion-1' }] });
  });

  it('that sends a rubric again as it is, without the ids of its criteria, does not change it', async () => {
    const { deps } = await storedKit();
    const { questions } = await reviseKit(deps, by, kit_id, fresh());
    const again = { ...fresh(2, 'Reworded?').questions?.[0], id: questions[0]?.id };

    const view = await reviseKit(
      deps,
      by,
      kit_id,
      Revision.parse({ version: 2, questions: [again] }),
    );

    expect(view.questions[0]).toMatchObject({ text: 'Reworded?', rubric: { version: 2 } });
  });

  it('is refused if nothing is sent', () => {
    expect(Revision.safeParse({ version: 1 }).success).toBe(false);
  });

  it.each<[string, Revision, string]>([
    ['weights that do not add up', sent({ weight: 0.2 }), 'questions'],
    ['a question on no competency', sent({ competency_id: 'other' }), 'questions.0.competency_id'],
    [
      'competencies that its questions are not on',
      Revision.parse({
        version: 1,
        competencies: [{ id: 'other', name: 'Other', description: 'Other.', weight: 1 }],
      }),
      'questions.0.competency_id',
    ],
    ['two questions of one id', sent({ id: id(1) }), 'questions'],
  ])('is refused with %s, at its place, and changes nothing', async (_name, wrong, path) => {
    const { deps, items } = await storedKit();
    const before = items();

    const refusal = await refusalOf(reviseKit(deps, by, kit_id, wrong));

    expect(refusal).toMatchObject({ code: 'invalid_input' });
    expect(refusal?.details.issues).toEqual(
      expect.arrayContaining([{ path, message: expect.any(String) }]),
    );
    expect(items()).toEqual(before);
  });

  it('is refused with more than 300 KB', async () => {
    const { deps } = await storedKit();
    const phrases = Array(8).fill('ä'.repeat(300));
    const criteria = aRubric(0.25, 0.25, 0.25, 0.25).criteria.map((one) => ({
      ...one,
      evidence_wanted: phrases,
      warning_signs: phrases,
    }));
    const questions = Array.from({ length: 15 }, (_, n) => ({
      ...aKitQuestion(n + 1, { weight: 1 / 15 }),
      rubric: { criteria },
    }));

    const refusal = await refusalOf(
      reviseKit(deps, by, kit_id, Revision.parse({ version: 1, questions })),
    );

    expect(refusal?.details.issues).toEqual([
      { path: '', message: expect.stringContaining('300 KB') },
    ]);
  });

  it('of a kit that does not exist is refused', async () => {
    const { deps } = await storedKit();

    expect(await codeOf(reviseKit(deps, by, id(301), sent()))).toBe('kit_not_found');
  });
});

describe('a revision of another version than the newest', () => {
  it.each([1, 2, 4, 200])(
    'is refused with the newest one’s number: of version %d',
    async (version) => {
      const { deps, items } = await storedKit({}, 3);
      const before = items();

      const refusal = await refusalOf(
        reviseKit(deps, by, kit_id, sent({ text: 'Late?' }, version)),
      );

      expect(refusal).toMatchObject({ code: 'version_conflict', details: { version: 3 } });
      expect(refusal?.message).toContain('is 3');
      expect(items()).toEqual(before);
    },
  );

  it('that was overtaken while it was made is refused with the number of the other one', async () => {
    const { deps, overtaken, contentOf } = await storedKit();
    const other = () => reviseKit(deps, by, kit_id, sent({ text: 'Theirs?' }));

    const refusal = await refusalOf(
      reviseKit(overtaken(other), by, kit_id, sent({ text: 'Ours?' })),
    );

    expect(refusal).toMatchObject({ code: 'version_conflict', details: { version: 2 } });
    expect((await contentOf(2))?.questions[0]?.text).toBe('Theirs?');
    expect(await contentOf(3)).toBeNull();
  });

  it('of many at once is refused to all but one', async () => {
    const { deps, read } = await storedKit();

    const codes = await Promise.all(
      [1, 2, 3, 4].map((n) => codeOf(reviseKit(deps, by, kit_id, sent({ text: `By ${n}?` })))),
    );

    expect(codes.toSorted()).toEqual(
      [null, 'version_conflict', 'version_conflict', 'version_conflict'].toSorted(),
    );
    expect((await read()).versions).toHaveLength(2);
  });
});

describe('a revision that is overtaken by an approval or an archive', () => {
  it('is made on top of it', async () => {
    const { deps, overtaken, read } = await storedKit();
    const other = async () => deps.storeKit(await read(), { archived: true });

    const view = await reviseKit(overtaken(other), by, kit_id, sent({ text: 'Ours?' }));

    expect(view).toMatchObject({ version: 2, archived: true });
  });

  it('again and again ends in a conflict to try again', async () => {
    const { deps, overtaken, read } = await storedKit();
    const other = async () => {
      const kit = await read();
      return deps.storeKit(kit, { archived: !kit.archived });
    };

    const refusal = await refusalOf(
      reviseKit(overtaken(other, 9), by, kit_id, sent({ text: 'Ours?' })),
    );

    expect(refusal).toMatchObject({ code: 'conflict', retry_after: 1 });
    expect((await read()).versions).toHaveLength(1);
  });
});

describe('a revision that is sent again, as its answer was lost,', () => {
  it.each([
    ['questions', sent({ text: 'Changed?' })],
    ['competencies', competencies()],
    ['questions and criteria without ids', fresh()],
  ])('returns the version that it made and makes no other: %s', async (_name, revision) => {
    const { deps, items } = await storedKit();
    const first = await reviseKit(deps, by, kit_id, revision);
    const before = items();

    const again = await reviseKit(deps, by, kit_id, revision);

    expect(again).toEqual(first);
    expect(items()).toEqual(before);
  });

  it('is refused if another one was made in its place', async () => {
    const { deps } = await storedKit();
    await reviseKit(deps, by, kit_id, fresh(1, 'Theirs?'));

    expect(await codeOf(reviseKit(deps, by, kit_id, fresh(1, 'Ours?')))).toBe('version_conflict');
  });

  it('is refused once another one came after it', async () => {
    const { deps } = await storedKit();
    await reviseKit(deps, by, kit_id, fresh(1));
    await reviseKit(deps, by, kit_id, fresh(2, 'Later?'));

    expect(await refusalOf(reviseKit(deps, by, kit_id, fresh(1)))).toMatchObject({
      code: 'version_conflict',
      details: { version: 3 },
    });
  });
});

describe('a kit of two hundred versions', () => {
  it('is full: the next one is refused, naming the field', async () => {
    const { deps } = await storedKit({}, 200);

    const refusal = await refusalOf(reviseKit(deps, by, kit_id, sent({ text: 'More?' }, 200)));

    expect(refusal).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'version', message: expect.stringContaining('200') }] },
    });
  });

  it('is reached: the two hundredth is made', async () => {
    const { deps } = await storedKit({}, 199);

    const view = await reviseKit(deps, by, kit_id, sent({ text: 'More?' }, 199));

    expect(view.version).toBe(200);
  });
});
