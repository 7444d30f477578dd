import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competencyRows } from '../../../web/console/screens/interview/reading/competencies.ts';
import { concernsOf } from '../../../web/console/screens/interview/reading/concerns.ts';
import {
  differencesOf,
  totalBeside,
} from '../../../web/console/screens/interview/reading/differences.ts';
import {
  type Mark,
  marksOf,
  placesOf,
  segmentsOf,
} from '../../../web/console/screens/interview/reading/marks.ts';
import { outcomeOf } from '../../../web/console/screens/interview/reading/outcome.ts';
import {
  askedIn,
  chosenOf,
  readingOf,
} from '../../../web/console/screens/interview/reading/read.ts';
import { anInterviewRead, answer, anUnscoredInterview } from '../../support/interview-read.ts';

const said = (text: string, passage: string) =>
  placesOf(text, passage).map(({ start, end }) => text.slice(start, end));

const rowsOf = (interview: ReturnType<typeof anInterviewRead>) => {
  const evaluation = chosenOf(interview, new URLSearchParams());
  return askedIn(interview).map((asked) => {
    const one = interview.responses.find(({ question_id }) => question_id === asked.question.id);
    const reading = readingOf(interview, evaluation, asked.question, one);
    return outcomeOf(asked, interview, one, reading, evaluation);
  });
};

describe('the passages of an answer', () => {
  it('are found whole, and in pieces each after the one before', () => {
    expect(said('I see. I do. I see.', 'I do. I see')).toEqual(['I do. I see']);
    expect(said('b, a, then b', 'a … b')).toEqual(['a', 'b']);
    expect(said('He said … nothing', 'said … nothing')).toEqual(['said … nothing']);
  });

  it('are nowhere if a piece of them is not there, or they are empty', () => {
    expect(said('one two', 'two … one')).toEqual([]);
    expect(said('one two', 'one … ')).toEqual([]);
    expect(said('one two', '')).toEqual([]);
  });

  it('cut it into pieces that together are the answer, each with just the marks on it', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60), fc.boolean());

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(span), (text, spans) => {
        const marks = spans.map(([one, other, isWarning]): Mark => {
          const [start = 0, end = 0] = [one, other]
            .map((at) => Math.min(at, text.length))
            .sort((a, b) => a - b);
          return { start, end, letter: 'A', isWarning };
        });

        const segments = segmentsOf(text, marks);

        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const mark of marks.filter(({ start, end }) => end > start)) {
          const on = segments.filter((segment) => segment.on.includes(mark));
          expect(on.map((segment) => segment.text).join('')).toBe(text.slice(mark.start, mark.end));
          expect(on.at(-1)?.ended).toContain(mark);
        }
      }),
    );
  });

  it('carry the letter of their criterion, also where two overlap, and warning signs say so', () => {
    const { questions, evaluation } = anInterviewRead();
    const criteria = questions[0]?.rubric.criteria ?? [];

    const marks = marksOf(answer, criteria, evaluation?.assessments[0]?.assessment ?? null);
    const overlap = segmentsOf(answer, marks).find(({ text }) => text === 'it was 26');

    expect(marks.map(({ letter }) => letter).join('')).toBe('AABBBC');
    expect(marks.filter(({ isWarning }) => isWarning)).toHaveLength(1);
    expect(overlap?.on.map(({ letter }) => letter)).toEqual(['A', 'B']);
  });

  it('take no time in an answer of 20,000 characters with 60 of them', () => {
    const text = 'I looked at it twice, 👩‍👩‍👧 and then once more. '.repeat(420).slice(0, 20_000);
    const marks = Array.from({ length: 60 }, (_, n) =>
      placesOf(text, text.slice(n * 300, n * 300 + 250)),
    ).flatMap((spans) => spans.map((span) => ({ ...span, letter: 'A', isWarning: false })));

    const segments = segmentsOf(text, marks);

    expect(marks.length).toBeGreaterThanOrEqual(60);
    expect(segments.length).toBeLessThanOrEqual(2 * marks.length + 1);
  });
});

describe('the rows of the answers', () => {
  it('have levels and a score, or a word: never 0 for what was not scored, never a dash', () => {
    const scored = rowsOf(anInterviewRead());
    const unscored = rowsOf(anUnscoredInterview());

    expect(scored).toMatchObject([
      { kind: 'read', levels: [5, 2, 5], score: 73 },
      { kind: 'read', levels: [4, 4, 3], score: null },
      { kind: 'read', levels: [4, 5], score: 85 },
      { kind: 'word', shown: { word: 'Not answered' } },
      { kind: 'read', levels: [4, 3], score: 65 },
    ]);
    expect(unscored.at(-1)).toMatchObject({ kind: 'word', shown: { word: 'Needs a person' } });
  });

  it('show no level and no score before the interview is complete', () => {
    const rows = rowsOf(anInterviewRead({ status: 'cancelled' }));

    expect(rows.map((row) => row.kind === 'word' && row.shown.word)).toEqual([
      'Not scored',
      'Not scored',
      'Not scored',
      'Not answered',
      'Not scored',
    ]);
  });

  it('show how answers were read while there is no evaluation yet, and no score', () => {
    const rows = rowsOf(anInterviewRead({ evaluations: [], evaluation: null }));

    expect(rows[0]).toEqual({ kind: 'read', levels: [5, 2, 5], score: null });
  });

  it('number follow-ups as their question', () => {
    const asked = askedIn(anInterviewRead());

    expect(asked.map(({ number, isFollowUp }) => `${number}${isFollowUp ? '+' : ''}`)).toEqual([
      '1',
      '1+',
      '2',
      '3',
      '4',
    ]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  });
});

describe('an evaluation', () => {
  it('is the one in the address, else the newest', () => {
    const interview = anInterviewRead();
    const chosen = (query: string) => chosenOf(interview, new URLSearchParams(query))?.version;

    expect([chosen(''), chosen('evaluation=1'), chosen('evaluation=9')]).toEqual([2, 1, 2]);
  });

  it('scores each competency beside the version before, and none where a level is missing', () => {
    const interview = anInterviewRead();
    const [before, now] = interview.evaluations;
    const unscored = anUnscoredInterview();
    if (!before || !now || !unscored.evaluation) throw new Error('no evaluation');

    const rows = competencyRows(interview, now, before);
    const last = competencyRows(unscored, unscored.evaluation, null).at(-1);

    expect(rows.map(({ score, was, unanswered }) => [score, was, unanswered])).toEqual([
      [73, 91, 0],
      [85, 85, 0],
      [0, 0, 1],
      [65, 75, 0],
    ]);
    expect(last).toMatchObject({ score: null, was: undefined });
  });

  it('keeps competencies that were not asked about, and those of interviews without any', () => {
    const interview = anInterviewRead();
    const { evaluation } = interview;
    if (!evaluation) throw new Error('no evaluation');
    const [first] = interview.competencies;
    const more = { ...interview, competencies: first ? [{ ...first, id: 'never-asked' }] : [] };

    const rows = competencyRows(more, evaluation, null);

    expect(rows[0]).toMatchObject({ id: 'never-asked', score: null });
    expect(rows[1]).toMatchObject({ name: 'patient safety', weight: 0.3, score: 73 });
  });

  it('names each level that differs from the version before', () => {
    const interview = anInterviewRead();
    const [before, now] = interview.evaluations;
    if (!before || !now) throw new Error('no evaluation');

    const differences = differencesOf(interview, now, before);

    expect(differences).toEqual([
      {
        text: 'Answer 1, B Acts and makes it known: level 2, before level 4',
        id: 'answer-1-B',
      },
      { text: 'Answer 4, B Says why: level 3, before level 4', id: 'answer-4-B' },
    ]);
    expect(totalBeside(now, before)).toBe('56 of 100; version 1 had 63 of 100.');
    expect(totalBeside(now, { ...now, version: 1 })).toBe('56 of 100, as in version 1.');
    expect(totalBeside({ ...now, score: null }, before)).toMatch(/^No score; version 1 had 63/);
  });

  it('says everything for which it needs a person, and where', () => {
    const interview = anUnscoredInterview();
    const { evaluation } = interview;
    if (!evaluation) throw new Error('no evaluation');
    const offline = { ...evaluation.provenance, evaluator: 'offline' as const };

    const concerns = concernsOf(interview, evaluation);
    const more = concernsOf(
      { ...interview, responses: [] },
      { ...evaluation, provenance: offline, assessments: [] },
    );

    expect(concerns.map(({ where }) => where?.id)).toEqual(['answer-1', 'answer-2', 'answer-4-B']);
    expect(concerns.at(-1)?.text).toContain('“Says why” has no level');
    expect(more.map(({ text }) => text)).toEqual([
      expect.stringContaining('a demonstration'),
      expect.stringContaining('No question was answered'),
    ]);
  });
});
