import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NewInterview } from '../../../shared/contract/endpoints/create-interview.ts';
import { NewKit } from '../../../shared/contract/endpoints/create-kit.ts';
import { Revision } from '../../../shared/contract/endpoints/revise-kit.ts';
import { AppError } from '../../../shared/domain/errors.ts';
import { KitContent } from '../../../shared/domain/kit-content.ts';
import { parseInput } from '../../../shared/domain/parse-input.ts';
import { endpointNames, rows } from '../../support/client.ts';
import { newInterview, newKit } from '../../support/interviews.ts';
import { aContent, aKitQuestion } from '../../support/kits.ts';

const Issues = z.array(z.strictObject({ path: z.string(), message: z.string() }));

/** What is wrong with an input, by our own words; nothing if it is taken. */
const issuesOf = (schema: z.ZodType, input: unknown) => {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const issues = Issues.parse(error.details.issues);
    expect([error.code, error.message]).toEqual(['invalid_input', issues[0]?.message]);
    return issues;
  }
};

const Described = z.object({
  /** What is validated apart: a row of many, which fails alone. */
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
  type: z.string().optional(),
  enum: z.array(z.string()).default([]),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
});

interface Place {
  path: (string | number)[];
  described: z.infer<typeof Described>;
}

/** Every place in a schema that can be filled, at any depth; of a list, its first entry. */
const placesIn = (schema: unknown, path: Place['path'] = []): Place[] => {
  const described = Described.parse(schema);
  return [
    { path, described },
    ...Object.entries(described.properties).flatMap(([name, each]) =>
      placesIn(each, [...path, name]),
    ),
    ...(described.items ? placesIn(described.items, [...path, 0]) : []),
    ...described.anyOf.flatMap((each) => placesIn(each, path)),
  ];
};

const inputWith = (path: Place['path'], value: unknown) =>
  path.reduceRight((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);

const inputs = endpointNames.flatMap((name) =>
  (['body', 'params', 'query'] as const).flatMap((part) => {
    const schema = rows[name][part];
    if (!schema) return [];
    const places = placesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    return [
      {
        name,
        part,
        schema,
        places: places.filter(({ path, described }) => path.length > 0 && !described.$ref),
      },
    ];
  }),
);

const rubbish = 'zebra-7';
const wrong: unknown[] = [
  ...[null, true, 5, -1, 0, 1.5, 2 ** 60, [], [null], {}],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1e300],
  ...['', ' ', rubbish, '2026-11-23', '-1', '1e400', 'x'.repeat(60_000)],
  ...['nul\0', 'half \ud83d', Array(200).fill(rubbish), { [rubbish]: rubbish }],
];
const validatorsWords =
  /expected|received|invalid|unrecognized|guid|regex|pattern|too (small|big)|[<>]=|undefined|\bNaN\b|\bnull\b|string|array|boolean|\bint\b|well-formed|another type|is not valid|zebra|9,007/i;

const expectSentence = ({ path, message }: { path: string; message: string }) => {
  const start = path || 'The request body';
  expect(message.slice(0, start.length + 1)).toBe(`${start} `);
  const words = message.slice(start.length + 1);
  expect(words).toMatch(/^(is|has|must|needs) .*[\p{L}\p{N})]$/u);
  expect(words).not.toMatch(validatorsWords);
};

describe('what is refused', () => {
  it.each(inputs)('in the $part of $name is named in a sentence of our own', (input) => {
    const { schema, places } = input;

    for (const { path, described } of places) {
      const at = path.join('.');
      const issues = wrong.flatMap((value) => issuesOf(schema, inputWith(path, value)));

      for (const issue of issues) expectSentence(issue);
      const here = issues.filter((issue) => issue.path === at).map(({ message }) => message);
      expect([at, here.length > 0]).toEqual([at, true]);
      const sizes = { string: /entries/, array: /characters/ }[described.type ?? ''];
      if (sizes) expect(here.join('; ')).not.toMatch(sizes);
      const { enum: allowed, maximum, maxLength, maxItems } = described;
      const limit = maximum ?? maxLength ?? maxItems;
      if (allowed.length > 0) expect(here.join()).toContain(allowed.join(', '));
      // A number below is the schema's own rule, such as the fewest questions of a kit.
      if (limit !== undefined && limit < Number.MAX_SAFE_INTEGER && allowed.length === 0) {
        expect(here.join('; ')).toContain(`at most ${limit.toLocaleString('en-US')}`);
      }
    }
  });

  it.each(inputs.filter(({ part }) => part === 'body'))(
    'as the body of $name is every value but an object',
    ({ schema }) => {
      for (const value of [null, [], [{}], 'text', 5, true, 1e300]) {
        expect(issuesOf(schema, value)).toEqual([
          { path: '', message: 'The request body must be an object' },
        ]);
      }
    },
  );

  it('in any text of any body are NUL and half a character, apart from the token, which is a 401', () => {
    const texts = inputs.flatMap(({ part, name, schema, places }) =>
      part === 'body'
        ? places
            .filter(
              ({ path, described }) => described.type === 'string' && path.at(-1) !== 'link_token',
            )
            .map(({ path }) => ({ name, schema, path }))
        : [],
    );

    for (const { name, schema, path } of texts) {
      for (const text of ['a\0b', '\0', 'a\ud83d', '\ude00b', '\ude00\ud83d']) {
        const paths = issuesOf(schema, inputWith(path, text)).map((issue) => issue.path);
        expect([name, path.join('.'), paths.includes(path.join('.'))]).toEqual([
          name,
          path.join('.'),
          true,
        ]);
      }
    }
    expect(texts.length).toBeGreaterThan(40);
  });

  const content = aContent();
  const [one] = content.questions;
  const criteria = [{ ...one?.rubric.criteria[0], weight: 0.5 }];
  const named = Array.from({ length: 9 }, (_, n) => ({ text: 'Why?', competency: `Skill ${n}` }));
  const large = Array(8).fill('ä'.repeat(300));
  const largest = Array.from({ length: 15 }, (_, n) => {
    const question = aKitQuestion(n + 1, { weight: 1 / 15 });
    const part = { ...question.rubric.criteria[0], weight: 0.25 };
    const four = [1, 2, 3, 4].map((n) => ({
      ...part,
      id: `part-${n}`,
      evidence_wanted: large,
      warning_signs: large,
    }));
    return { ...question, rubric: { version: 1, criteria: four } };
  });
  const weights = 'must have weights that add up to 1';
  it.each<[string, z.ZodType, unknown, string]>([
    ['a kit too large', KitContent, { ...content, questions: largest }, '300 KB'],
    ['weights', KitContent, { ...content, questions: [one] }, `questions ${weights}`],
    ['ids', KitContent, { ...content, questions: [one, one, one] }, 'questions must have unique'],
    [
      'an unknown competency',
      KitContent,
      { ...content, questions: content.questions.map((q) => ({ ...q, competency_id: 'other' })) },
      'questions.0.competency_id must be the id of one of the competencies',
    ],
    [
      'weights of a rubric',
      Revision,
      { version: 1, questions: [{ rubric: { criteria } }] },
      `questions.0.rubric.criteria ${weights}`,
    ],
    ['an empty revision', Revision, { version: 1 }, 'The request body must have competencies or'],
    [
      'too many competencies',
      NewKit,
      newKit({ questions: named }),
      'questions must name at most 8',
    ],
    [
      'fewer questions than are given',
      NewKit,
      newKit({ question_count: 1, questions: named.slice(0, 2) }),
      'question_count must be at least the number of questions given',
    ],
    ['no job', NewInterview, newInterview({ job_title: undefined }), 'job_title is required'],
    ['two questions', NewInterview, newInterview({ question_count: 2 }), 'at least 3'],
    ['no start', NewInterview, newInterview({ starts_at: null, ends_at: '2026-11-23T10:00Z' }), ''],
    ['an early end', NewInterview, newInterview({ ends_at: '2001-11-23T10:00Z' }), 'must be after'],
  ])('as a whole, for %s, is named in the same way', (_name, schema, input, words) => {
    const issues = issuesOf(schema, input);

    expect(issues.map(({ message }) => message).join('; ')).toContain(words);
    for (const issue of issues) expectSentence(issue);
  });
});
