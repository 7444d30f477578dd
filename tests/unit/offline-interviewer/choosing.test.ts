import { describe, expect, it } from 'vitest';
import type { BankField } from '../../../local/bedrock/bank.ts';
import { bankIn } from '../../../local/bedrock/bank.ts';
import { answerOffline } from '../../../local/bedrock/offline.ts';
import { competenciesFor } from '../../../local/bedrock/plan.ts';
import { fieldOf, readPosting, toolsNamed } from '../../../local/bedrock/posting.ts';
import { writeQuestions } from '../../../local/bedrock/questions.ts';
import { textsIn } from '../../../local/bedrock/texts.ts';
import { derive, type KitSettings, postings, write } from './kit.ts';

const [nurse] = postings;
if (!nurse) throw new Error('There are no postings');
const medium: KitSettings = { type: 'behavioral', difficulty: 'medium', count: 5 };

const field = (name: string, titles: string[], words: string[]): BankField => ({
  field: name,
  language: 'en',
  titles,
  words,
  tools: { oven: ['Rational'], till: ['Toast'] },
  competencies: ['plain', 'special'].map((id) => ({
    id: `${name}-${id}`,
    name: `${name} ${id}`,
    description: 'What it is.',
    ...(id === 'special' && { needs: ['rota'] }),
    questions: [
      { types: ['behavioral'], difficulty: ['easy'], text: `${name} ${id}?`, criteria: [] },
    ],
  })),
});
const bank = [
  field('bakery', ['baker'], ['dough', 'oven', 'flour', 'bread']),
  field('general', [], []),
  field('garden', ['gardener'], ['lawn', 'hedge', 'soil']),
];
const fieldNamed = (job: string) => fieldOf(bank, readPosting(job))?.field;

describe('the field of work', () => {
  it.each([
    ['Baker\n\nNights.', 'bakery'],
    ['Two bakers wanted\n\nFor the soil of our town.', 'bakery'],
    ['Helper\n\nYou make dough, clean ovens and sell bread.', 'bakery'],
    ['Helper\n\nYou sell bread.', undefined],
    ['Gardener at a bakery\n\nDough, oven, flour.', 'garden'],
  ])('of %j is %s', (job, expected) => {
    expect(fieldNamed(job)).toBe(expected);
  });

  it('brings a competency with needs only where the posting speaks of them', () => {
    const wanted = { type: 'behavioral', difficulty: 'easy', count: 3 } as const;
    const named = (job: string) =>
      competenciesFor(bank, readPosting(job), wanted).map(({ name }) => name);

    expect(named('Baker\n\nYou write the rota.').slice(0, 2)).toEqual([
      'bakery special',
      'bakery plain',
    ]);
    expect(named('Baker\n\nNights.')).not.toContain('bakery special');
  });
});

describe('a competency for some titles only', () => {
  const [bakery, ...others] = bank;
  const made = (of: Partial<BankField['competencies'][number]>) => [
    ...others,
    ...(bakery?.competencies ?? []).slice(0, 1).map((one) => ({
      ...field('bakery', ['baker'], []),
      competencies: [
        { ...one, ...of },
        { ...one, id: 'any', name: 'bakery any' },
      ],
    })),
  ];
  const named = (job: string, of: Partial<BankField['competencies'][number]>) =>
    competenciesFor(made(of), readPosting(job), {
      type: 'behavioral',
      difficulty: 'easy',
      count: 3,
    })
      .map(({ name }) => name)
      .slice(0, 2);

  it.each([
    [
      'comes first with one of them',
      'Night Bakers\n\nYou bake.',
      { titles: ['night baker'] },
      true,
    ],
    ['stays away without', 'Baker\n\nWith our night baker.', { titles: ['night baker'] }, false],
    ['stays away with one to avoid', 'Night Baker\n\nX.', { not_titles: ['night baker'] }, false],
    ['stays for others', 'Baker\n\nWith our night baker.', { not_titles: ['night baker'] }, true],
    [
      'needs a title or a word',
      'Baker\n\nYou write the rota.',
      { titles: ['x'], needs: ['rota'] },
      true,
    ],
  ])('%s', (_, job, of, isAsked) => {
    expect(named(job, of).includes('bakery plain')).toBe(isAsked);
  });
});

describe('a question with a slot for a tool', () => {
  const [bakery] = bank;
  const asked = (job: string, with_tool: string) =>
    writeQuestions(
      {
        job,
        competencies: '[{"id":"a","name":"bakery plain","description":""}]',
        wanted: '[{"competency_id":"a"}]',
      },
      (bakery ? [bakery] : []).map((one) => ({
        ...one,
        competencies: one.competencies.map((competency) => ({
          ...competency,
          questions: competency.questions.map((question) => ({ ...question, with_tool })),
        })),
      })),
    ).questions.map(({ text }) => text);

  it.each([
    ['a tool of its kind', 'Baker\n\nBread from our Rational.', '{oven}?', 'Rational?'],
    ['a tool of one of its kinds', 'Baker\n\nSell with Toast.', '{oven|till}?', 'Toast?'],
    ['no tool of another kind', 'Baker\n\nSell with Toast.', '{oven}?', 'bakery plain?'],
    ['no tool that the posting does not name', 'Baker\n\nX.', '{oven}?', 'bakery plain?'],
  ])('names %s', (_, job, with_tool, text) => {
    expect(asked(job, with_tool)).toEqual([text]);
  });
});

describe('the tools of a posting', () => {
  const tools = ['Epic', 'SAP', 'NetSuite', 'Excel', 'R', 'Go', 'C', 'Node.js'];

  it.each([
    ['You document in Epic and work with SAP.', ['Epic', 'SAP']],
    ['Services in Go, Node.js and C.', ['Go', 'Node.js', 'C']],
    ['An epic journey in sap and R&D, C++ and Go-to-market.', []],
    ['Excel at what you do. Go further with us.\n- Excel every day', []],
    ['Experience with NetSuite or SAP.', []],
    ['SAP is a plus. You use Excel.', ['Excel']],
    ['Our TMS (SAP) knows.', ['SAP']],
  ])('in %j are %j', (text, expected) => {
    expect(toolsNamed(readPosting(text), tools).sort()).toEqual(expected.sort());
  });
});

describe('the questions', () => {
  const own = { id: 'own', name: 'Feeding the ward’s cat', description: 'Own.', weight: 1 };

  it('are the same for the same job, whatever else was asked', () => {
    const { competencies } = derive(nurse, medium);
    const named = competencies.map((one, n) => ({ ...one, id: `c-${n}` }));
    const wanted = named.map(({ id }) => ({ competency_id: id, nth: 0 }));

    const together = write(nurse, medium, named, wanted);

    for (const [n, one] of wanted.entries())
      expect(write(nurse, medium, named.slice(n, n + 1), [one])).toEqual([together[n]]);
    expect(derive(nurse, medium)).toEqual({ competencies });
  });

  it('on a competency of a recruiter’s own name it, and are all different', () => {
    const wanted = Array.from({ length: 15 }, (_, nth) => ({ competency_id: 'own', nth }));

    const questions = write(nurse, medium, [own], wanted);

    expect(new Set(questions.map(({ text }) => text)).size).toBe(15);
    for (const { text, criteria } of questions) {
      expect(text).toContain('Feeding the ward’s cat');
      expect(criteria.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('that are given come back unchanged, with a rubric', () => {
    const text = 'Was tun Sie,  wenn die Katze fehlt?';

    const [question] = write(nurse, medium, [own], [{ competency_id: 'own', nth: 0, text }]);

    expect(question?.text).toBe(text);
    expect(question?.criteria).toEqual(textsIn('en').rubric);
  });

  it('that are given without a competency get the one that is closest', () => {
    const { questions } = answerOffline('write_questions', {
      settings: '{"language":"en"}',
      job: 'Nurse',
      competencies: JSON.stringify([{ ...own, id: 'first', name: 'Keeping records' }, own]),
      wanted: JSON.stringify([{ text: 'What does a cat on the ward need?' }]),
    }) as { questions: { competency_id: string }[] };

    expect(questions[0]?.competency_id).toBe('own');
  });

  it('are in English where the bank does not know the language', () => {
    const { competencies } = derive({ ...nurse, language: 'tr-TR' }, medium);

    const names = bankIn('en').flatMap((one) => one.competencies.map(({ name }) => name));
    for (const { name } of competencies) expect(names).toContain(name);
  });
});

describe('what else it writes', () => {
  it.each([
    ['en-US', 'without a language model'],
    ['de-AT', 'ohne Sprachmodell'],
    ['es-MX', 'sin modelo de lenguaje'],
    ['fr-CA', 'sans modèle de langage'],
    ['hi-IN', 'भाषा मॉडल के बिना'],
    ['ar-EG', 'من دون نموذج لغوي'],
    ['tr-TR', 'without a language model'],
  ])('the closing text in %s says in its first sentence what it is', (language, words) => {
    const settings = JSON.stringify({ language });

    const { evaluation } = answerOffline('write_closing', { settings, levels: '[]' }) as {
      evaluation: string;
    };

    expect(evaluation.split(/[.।]/)[0]).toContain(words);
  });

  it('the closing text says that questions were left open', () => {
    const levels = JSON.stringify([{ answered: true }, { answered: false }]);

    expect(JSON.stringify(answerOffline('write_closing', { levels }))).toContain('left open');
  });

  it('a follow-up is one of a few that fit any answer', () => {
    const made = answerOffline('write_follow_up', { question: 'How?' });

    expect(textsIn('en').follow_up).toContain((made as { question: string }).question);
  });

  it('no sentence about a résumé is written, since none would be sure to be right', () => {
    expect(answerOffline('write_lead_ins', { resume: 'Five years at sea.' })).toEqual({
      lead_ins: [],
    });
  });
});
