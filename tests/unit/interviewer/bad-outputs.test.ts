import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Assessment } from '../../../shared/domain/assessment.ts';
import { readAnswer } from '../../../shared/interviewer/assess.ts';
import {
  type AssessedQuestion,
  InterviewerError,
} from '../../../shared/interviewer/interviewer.ts';
import { assessAnswerTask } from '../../../shared/interviewer/prompts/assess-answer.ts';
import { unsupported } from '../../../shared/interviewer/support.ts';
import { closing, interviewerWith, job, reading, soon, toRead } from './examples.ts';
import { fakeBedrock, type Next, textOf } from './fake-bedrock.ts';

const [diagnosis, remedy] = reading.criteria;
const withLevel = (level: unknown) => ({ ...reading, criteria: [{ ...diagnosis, level }, remedy] });
const withQuotes = (...quotes: string[]) => ({
  ...reading,
  criteria: [{ ...diagnosis, quotes }, remedy],
});

/** Outputs that are not an assessment at all. */
const unusable: Record<string, Next> = {
  'an empty reply': { text: '' },
  'an empty message': { reply: { output: { message: { role: 'assistant', content: [] } } } },
  'no message': { reply: {} },
  'white space': { text: ' \n\t ' },
  prose: { text: 'I am sorry, but I cannot assess this answer.' },
  'malformed JSON': { text: JSON.stringify(reading).slice(0, -5) },
  'JSON with NaN': { text: JSON.stringify(reading).replace('"level":4', '"level":NaN') },
  'two objects': { text: `${JSON.stringify(reading)}\n${JSON.stringify(reading)}` },
  'a bare number': { text: '5' },
  'a list': { text: JSON.stringify([reading]) },
  'a call of another tool': {
    reply: {
      output: {
        message: {
          role: 'assistant',
          content: [{ toolUse: { toolUseId: 'x', name: 'give_score', input: reading } }],
        },
      },
    },
  },
  null: { output: null },
  'level −1': { output: withLevel(-1) },
  'level 0': { output: withLevel(0) },
  'level 6': { output: withLevel(6) },
  'level 101': { output: withLevel(101) },
  'level 4.5': { output: withLevel(4.5) },
  'level in words': { output: withLevel('four') },
  'level NaN': { output: withLevel(Number.NaN) },
  'level infinite': { output: withLevel(Number.POSITIVE_INFINITY) },
  'no level': { output: withLevel(undefined) },
  'no criteria': { output: { ...reading, criteria: undefined } },
  'an empty list of criteria': { output: { ...reading, criteria: [] } },
  'only wrong ids': {
    output: {
      ...reading,
      criteria: [
        { ...diagnosis, criterion_id: 'charm' },
        { ...remedy, criterion_id: 'x' },
      ],
    },
  },
  'every criterion twice': {
    output: { ...reading, criteria: [...reading.criteria, ...reading.criteria] },
  },
  'no feedback': { output: { ...reading, feedback: undefined } },
  'feedback as text': { output: { ...reading, feedback: 'Good.' } },
  'quotes as text': { output: { ...reading, criteria: [{ ...diagnosis, quotes: 'x' }, remedy] } },
  'no word on instructions': { output: { ...reading, instructions_in_answer: undefined } },
  'the prompt itself': { text: assessAnswerTask.system },
};

/** Outputs that are partly right. */
const partly: Record<string, { output: unknown; not_scored: string }> = {
  'a missing criterion': {
    output: { ...reading, criteria: [remedy] },
    not_scored: 'no_level',
  },
  'a criterion twice': {
    output: { ...reading, criteria: [diagnosis, { ...diagnosis, level: 1 }, remedy] },
    not_scored: 'no_level',
  },
  'an invented quote': {
    output: withQuotes('I rewrote the scheduler in Rust'),
    not_scored: 'quote_not_found',
  },
  'a quote from another answer': {
    output: withQuotes('My team of five moved the billing to Kafka'),
    not_scored: 'quote_not_found',
  },
  'a quote put together from two places': {
    output: withQuotes('I looked at the slow query log and the page went from 4 seconds to 90 ms'),
    not_scored: 'quote_not_found',
  },
  'a quote in other words': {
    output: withQuotes('I looked into the slow query log'),
    not_scored: 'quote_not_found',
  },
  'a level without a quote': { output: withQuotes(), not_scored: 'no_quote' },
  'level null': { output: withLevel(null), not_scored: 'no_level' },
  'an empty quote': { output: withQuotes(''), not_scored: 'quote_not_found' },
  'a quote of one letter': { output: withQuotes('a'), not_scored: 'no_quote' },
};

describe('an answer whose assessment is not usable', () => {
  test.each(Object.entries(unusable))('fails as invalid output: %s', async (_, next) => {
    const { interviewer, requests } = interviewerWith(next);

    const made = interviewer.assessAnswer(toRead, soon());

    await expect(made).rejects.toMatchObject({ failure: 'invalid_output' });
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  test.each(Object.entries(unusable))('is assessed after a repair of %s', async (name, next) => {
    const { interviewer, requests } = interviewerWith(next, { output: reading });

    const made = interviewer.assessAnswer(toRead, soon());

    // An output that contains the prompt is not sent back for a repair.
    if (name === 'the prompt itself') await expect(made).rejects.toThrow(InterviewerError);
    else await expect(made).resolves.toMatchObject({ status: 'scored' });
    expect(requests).toHaveLength(name === 'the prompt itself' ? 1 : 2);
  });
});

describe('an answer whose assessment is partly right', () => {
  test.each(Object.entries(partly))('needs a human for %s', async (_, { output, not_scored }) => {
    const { interviewer, requests } = interviewerWith({ output });

    const assessment = await interviewer.assessAnswer(toRead, soon());

    expect(assessment.status).toBe('needs_human');
    expect(assessment.criteria[0]).toEqual({
      criterion_id: 'diagnosis',
      level: null,
      quotes: [],
      not_scored,
    });
    expect(assessment.criteria[1]?.level).toBe(3);
    expect(requests).toHaveLength(2);
  });

  test.each(Object.entries(partly))('is scored after a repair of %s', async (_, { output }) => {
    const { interviewer } = interviewerWith({ output }, { output: reading });

    const assessment = await interviewer.assessAnswer(toRead, soon());

    expect(assessment.status).toBe('scored');
    expect(assessment.criteria.map(({ level }) => level)).toEqual([4, 3]);
  });
});

/** Outputs that say what was asked for, in another form. */
const readable: Record<string, Next> = {
  'JSON in one code fence': { text: `\`\`\`json\n${JSON.stringify(reading)}\n\`\`\`\n` },
  'prose around JSON': { text: `Here it is:\n${JSON.stringify(reading)}\nI hope it helps.` },
  'thinking before JSON': {
    text: `<think>\nIs it {"level": 1}? No.\n</think>\n\n${JSON.stringify(reading)}`,
  },
  'an output that is one text': { output: JSON.stringify(reading) },
  'criteria as text': { output: { ...reading, criteria: JSON.stringify(reading.criteria) } },
  'a criterion and its quotes as text': {
    output: {
      ...reading,
      criteria: [
        JSON.stringify({ ...diagnosis, quotes: JSON.stringify(diagnosis?.quotes) }),
        remedy,
      ],
    },
  },
  'feedback as JSON in a text': {
    output: { ...reading, feedback: JSON.stringify(reading.feedback) },
  },
  'a level as text': { output: withLevel('4') },
  'a total of its own': { output: { ...reading, score: 95, recommendation: 'Strong Yes' } },
  'an extra key in a criterion': {
    output: { ...reading, criteria: [{ ...diagnosis, note: '', score: 5 }, remedy] },
  },
};

test.each(Object.entries(readable))('an assessment is read from %s', async (_, next) => {
  const { interviewer, requests } = interviewerWith(next);

  const { criteria, feedback } = await interviewer.assessAnswer(toRead, soon());

  expect(criteria).toEqual(reading.criteria.map((one) => ({ ...one, not_scored: null })));
  expect(feedback).toEqual(reading.feedback);
  expect(requests).toHaveLength(1);
});

test('thinking before the output is ignored', async () => {
  const { interviewer } = interviewerWith({
    reply: {
      output: {
        message: {
          role: 'assistant',
          content: [
            { reasoningContent: { reasoningText: { text: 'level 1?', signature: 's' } } },
            { text: JSON.stringify(reading) },
          ],
        },
      },
    },
  });

  const assessment = await interviewer.assessAnswer(toRead, soon());

  expect(assessment.criteria.map(({ level }) => level)).toEqual([4, 3]);
});

test('an unknown criterion beside all the right ones is left out', async () => {
  const charm = { criterion_id: 'charm', quotes: [], level: 5 };
  const { interviewer } = interviewerWith({
    output: { ...reading, criteria: [...reading.criteria, charm] },
  });

  const assessment = await interviewer.assessAnswer(toRead, soon());

  expect(assessment.criteria.map(({ criterion_id }) => criterion_id)).toEqual([
    'diagnosis',
    'remedy',
  ]);
});

test('a repair that makes it worse is not used', async () => {
  const oneMissing = { ...reading, criteria: [remedy] };
  const bothInvented = {
    ...reading,
    criteria: reading.criteria.map((one) => ({ ...one, quotes: ['nowhere said at all'] })),
  };
  const { interviewer } = interviewerWith({ output: oneMissing }, { output: bothInvented });

  const assessment = await interviewer.assessAnswer(toRead, soon());

  expect(assessment.criteria.map(({ level }) => level)).toEqual([null, 3]);
});

const lowest = (quotes: string[]) =>
  interviewerWith({
    output: {
      ...reading,
      criteria: reading.criteria.map((one) => ({ ...one, level: 1, quotes })),
    },
  }).interviewer.assessAnswer(toRead, soon());

test('level 1 needs no quote', async () => {
  const assessment = await lowest([]);

  expect(assessment.status).toBe('scored');
  expect(assessment.criteria.every(({ quotes }) => quotes.length === 0)).toBe(true);
});

test('level 1 beside nothing but invented quotes is no reading of this answer', async () => {
  const assessment = await lowest(['nowhere said at all']);

  expect(assessment.status).toBe('needs_human');
  expect(assessment.criteria.map(({ not_scored }) => not_scored)).toEqual(
    reading.criteria.map(() => 'quote_not_found'),
  );
});

test('replies that lead to nothing are booked, with all their tokens', async () => {
  const wasted = vi.fn(async () => {});
  const { bedrock } = fakeBedrock({ output: { nothing: true } });
  const asker = { bedrock, model_id: 'anthropic.claude-haiku-5-5', wasted };

  await expect(readAnswer(asker, toRead, soon())).rejects.toThrow();

  expect(wasted).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ prompt_version: '3', input_tokens: 200, output_tokens: 40 }),
  );
});

test.each([
  ['a number', 'You would get 4 of 5 for this.'],
  ['a level', 'This is close to the top level.'],
  ['a verdict', 'You have passed this question.'],
  ['another language', 'Das war sehr gut, und Sie haben auch die Ursache mit einem Plan belegt.'],
  [
    'its instructions',
    'Where nothing can be named, give an empty text: invent no praise, and do not say thank you.',
  ],
  ['a link', 'Read https://example.org for more.'],
  ['markup', 'You were <b>clear</b> about it.'],
  ['the rubric', 'Next time narrows the cause down with several measurements, please.'],
])('feedback with %s becomes none after a failed repair, the levels stay', async (_, tip) => {
  const { interviewer, requests } = interviewerWith({
    output: { ...reading, feedback: { ...reading.feedback, tip } },
  });

  const assessment = await interviewer.assessAnswer(toRead, soon());

  expect(assessment.feedback).toEqual({ strength: '', tip: '' });
  expect(assessment.status).toBe('scored');
  expect(requests).toHaveLength(2);
});

test('a language that the offline reader cannot read is left to a human, with the reason', async () => {
  const criteria = reading.criteria.map((one) => ({
    ...one,
    level: null,
    quotes: [],
    reason: 'Not read.',
  }));
  const { interviewer, requests } = interviewerWith({
    reply: {
      output: {
        message: {
          role: 'assistant',
          content: [{ text: JSON.stringify({ ...reading, criteria }) }],
        },
      },
      additionalModelResponseFields: { evaluator: 'offline' },
    },
  });

  const made = await interviewer.assessAnswer(toRead, soon());

  expect(made.status).toBe('needs_human');
  expect(made.criteria[0]).toEqual({
    criterion_id: 'diagnosis',
    level: null,
    quotes: [],
    not_scored: 'language',
    reason: 'Not read.',
  });
  expect(requests).toHaveLength(1);
});

describe('a closing text', () => {
  test.each([
    ['a number', 'You reached 72 in total.'],
    ['a level', 'Databases were at level four.'],
    ['a verdict', 'We will hire you.'],
    ['a score', 'Your score is high.'],
    ['an invented quote', 'You said “I rewrote all of it in Rust” and told why.'],
    ['markup', '**Well**: <br> done and done again.'],
    ['too little', 'Good.'],
    [
      'another language',
      'Sie haben die Ursache gefunden und dann mit einem Index die Abfrage verbessert.',
    ],
  ])('with %s is refused', async (_, text) => {
    const { interviewer } = interviewerWith({ output: { ...closing, evaluation: text } });

    const made = interviewer.writeClosing({ questions: [], language: 'en' }, soon());

    await expect(made).rejects.toMatchObject({ failure: 'invalid_output' });
  });

  test('may quote the candidate and name a competency with a grading word', async () => {
    const evaluation =
      'In Level scripting you said "I looked at the slow query log", which shows how you work.';
    const { interviewer, requests } = interviewerWith({ output: { ...closing, evaluation } });
    const criteria = [
      { name: 'Diagnosis', level: 4, quotes: ['First I looked at the slow query log'] },
    ];

    const made = await interviewer.writeClosing(
      {
        questions: [
          { question_text: 'How?', competency: 'Level scripting', answered: true, criteria },
        ],
        language: 'en',
      },
      soon(),
    );

    expect(made.evaluation).toBe(evaluation);
    expect(requests).toHaveLength(1);
  });
});

describe('a subject without a quote', () => {
  const shown = { name: 'Fault finding', level: 4, quotes: ['I looked at the slow query log'] };
  const hidden = { name: 'Written reports', level: 1, quotes: [] };
  const questions = [
    { question_text: 'How?', competency: 'Databases', answered: true, criteria: [shown, hidden] },
    { question_text: 'Who?', competency: 'Team work', answered: true, criteria: [hidden] },
    { question_text: 'Why?', competency: 'Facts', answered: true, criteria: [hidden] },
    { question_text: 'When?', competency: 'On call', answered: false, criteria: [hidden] },
  ];
  const write = async (evaluation: string) => {
    const { interviewer, requests } = interviewerWith(
      { output: { ...closing, evaluation } },
      { output: closing },
    );
    await interviewer.writeClosing({ questions, language: 'en' }, soon());
    return requests;
  };

  test('is not told to the model; questions left open are', async () => {
    const [request] = await write(closing.evaluation);

    const sent = textOf(request);
    expect(sent).not.toMatch(/Written reports|Team work|Who\?/);
    expect(sent).toContain('{"question_text":"When?","competency":"On call","answered":false');
    expect(sent).toContain('{"language":"en","answered":3}');
  });

  test.each(['Team work', 'written reports'])(
    'is sent back when the text names it: %s',
    async (name) => {
      const requests = await write(`You showed how you look for facts, and less about ${name}.`);

      expect(requests).toHaveLength(2);
      expect(textOf(requests[1], 2)).toContain('for which there is no quote');
    },
  );

  test.each(['Fault finding', 'Databases', 'On call', 'facts'])(
    'is not one that was quoted, left open or may be said by chance: %s',
    async (name) => {
      const requests = await write(`You told of facts and numbers where it was about ${name}.`);

      expect(requests).toHaveLength(1);
    },
  );

  const strengthsOf = async (
    strengths: string,
    later: string,
    of: AssessedQuestion[] = questions,
  ) => {
    const { interviewer, requests } = interviewerWith(
      { output: { ...closing, strengths } },
      { output: { ...closing, strengths: later } },
    );
    const made = await interviewer.writeClosing({ questions: of, language: 'en' }, soon());
    return { made: made.strengths, calls: requests.length };
  };

  test('is no strength either where its question was left open', async () => {
    const told = 'You were at your best on call.';

    expect(await strengthsOf(told, closing.strengths)).toEqual({
      made: closing.strengths,
      calls: 2,
    });
    expect(await strengthsOf(told, told)).toEqual({ made: '', calls: 2 });
    expect(await strengthsOf('You found it in the databases.', '')).toMatchObject({ calls: 1 });
  });

  test.each([
    ['nothing is quoted', [{ ...hidden }]],
    ['the lowest level alone is quoted', [{ ...shown, level: 1 }]],
    ['no level is given', [{ ...shown, level: null }]],
  ])('is no strength, without another call, where %s', async (_, criteria) => {
    const low = [{ question_text: 'How?', competency: 'Databases', answered: true, criteria }];

    expect(await strengthsOf('You were friendly.', '', low)).toEqual({ made: '', calls: 1 });
  });
});

test.each(Object.entries({ empty: '', prose: 'No.', number: '7', object: '{}' }))(
  'competencies cannot be made from output that is %s',
  async (_, text) => {
    const { interviewer } = interviewerWith({ text });

    const made = interviewer.deriveCompetencies({ job, count: 4 }, soon());

    await expect(made).rejects.toMatchObject({ failure: 'invalid_output' });
  },
);

test('a refused output is described by codes, without its content', async () => {
  const { interviewer } = interviewerWith({ output: { ...reading, criteria: [] } });

  const made = interviewer.assessAnswer(toRead, soon());

  await expect(made).rejects.toMatchObject({
    facts: { failure: 'invalid_output', problems: ['criterion_count'] },
  });
});

describe('whatever a model returns,', () => {
  const levels = fc.oneof(fc.integer({ min: -1, max: 7 }), fc.constantFrom(4.5, '5', null, 101));
  const quotes = fc.array(
    fc.oneof(
      fc.constantFrom(
        'I added an index on the start date',
        'the planner … the whole bookings table',
        'The planner scanned',
        'a',
        '',
      ),
      fc.string(),
    ),
    { maxLength: 3 },
  );
  const criterion = fc.record({
    criterion_id: fc.constantFrom('diagnosis', 'remedy', 'charm'),
    quotes,
    level: levels,
  });
  const nearly = fc.record({
    criteria: fc.array(criterion, { maxLength: 3 }),
    feedback: fc.record({ strength: fc.string(), tip: fc.string() }),
    instructions_in_answer: fc.boolean(),
  });
  const output = fc.oneof(nearly, fc.jsonValue());

  test('an assessment has levels 1 to 5 with evidence, or says that there is none', async () => {
    await fc.assert(
      fc.asyncProperty(output, output, async (first, second) => {
        const { interviewer } = interviewerWith({ output: first }, { output: second });

        const made = await interviewer
          .assessAnswer(toRead, soon())
          .catch((error: unknown) => error);

        if (made instanceof InterviewerError) {
          expect(made.failure).toBe('invalid_output');
          return;
        }
        const { status, criteria } = Assessment.parse(made);
        expect(criteria.map(({ criterion_id }) => criterion_id)).toEqual(['diagnosis', 'remedy']);
        expect(status === 'needs_human').toBe(criteria.some(({ level }) => level === null));
        for (const { level, quotes: kept, not_scored } of criteria) {
          const pieces = kept.flatMap((quote) => quote.split(' … '));
          expect(level === null).toBe(not_scored !== null);
          expect(pieces.every((piece) => toRead.answer.includes(piece))).toBe(true);
          if (level !== null && level > 1) expect(kept.length).toBeGreaterThan(0);
        }
        expect(unsupported(toRead.answer, criteria).size).toBe(0);
      }),
    );
  });
});
