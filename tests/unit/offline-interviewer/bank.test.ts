import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BankField, bankFolder, bankIn, toolSlot } from '../../../local/bedrock/bank.ts';
import { textsIn, tongues } from '../../../local/bedrock/texts.ts';
import { words } from '../../../shared/interviewer/folded-text.ts';
import { problemsOfQuestions } from '../../../shared/interviewer/question-check.ts';

const names = readdirSync(bankFolder);
const read = (name: string): BankField =>
  BankField.parse(JSON.parse(readFileSync(new URL(name, bankFolder), 'utf8')));
const questionsOf = ({ competencies }: BankField) =>
  competencies.flatMap((competency) => competency.questions);
const kindsIn = (text: string) => toolSlot.exec(text)?.[1]?.split('|') ?? [];
const languages = [...new Set(names.map((name) => name.split('.')[1] ?? ''))];

const longest = { text: 60, anchor: 25, evidence: 12 };
const lengthOf = (text: string) => text.split(/\s+/).length;

/** Four words of a question in a row that one of its criteria gives away. */
const runsInCommon = (text: string, secrets: readonly string[]) => {
  const asked = words(text);
  const known = secrets.map((secret) => ` ${words(secret).join(' ')} `);
  return asked
    .map((_word, n) => asked.slice(n, n + 4))
    .filter((run) => run.length === 4 && known.some((one) => one.includes(` ${run.join(' ')} `)))
    .map((run) => run.join(' '));
};

/** French: plain blanks before marks, straight apostrophes. Hindi: two spellings, two forms to ask. */
const mistakes: Readonly<Record<string, RegExp>> = {
  fr: / [:;?!»]|« |'/,
  hi: /[कखग]\u093c|[\u0958-\u095a]|[जइ]िए|ाइए/,
};

describe.each(names)('the file %s of the bank', (name) => {
  const file = read(name);
  const questions = questionsOf(file);

  it('keeps to the typography of its language', () => {
    const { [file.language]: wrong = /$^/ } = mistakes;
    const written = [file, name.startsWith('general') ? textsIn(file.language) : null];

    expect(JSON.stringify(written).match(new RegExp(`.{0,30}(?:${wrong.source})`, 'g'))).toBeNull();
  });

  it('is named for its field and language', () => {
    expect(name).toBe(`${file.field}.${file.language}.json`);
    expect(file.titles.length > 0).toBe(file.field !== 'general');
  });

  it('passes every check that a model’s questions have to pass', () => {
    const [title, description] = ['', ''];
    const asked = questions.flatMap(({ text, with_tool, criteria }) => [
      { text, criteria },
      ...kindsIn(with_tool ?? '').flatMap((kind) => ({
        text: with_tool?.replace(toolSlot, file.tools[kind]?.[0] ?? '') ?? '',
        criteria,
      })),
    ]);

    const problems = problemsOfQuestions(asked, {
      job: { title, description, type: 'general', difficulty: 'easy', language: file.language },
      competencies: [],
      wanted: asked.map(() => ({ competency_id: '' })),
      check_language: true,
    });

    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  it('gives no four words of evidence away, and keeps to the lengths', () => {
    for (const { text, with_tool, criteria } of questions) {
      const anchors = criteria.flatMap(({ level_1, level_3, level_5 }) => [
        level_1,
        level_3,
        level_5,
      ]);
      const evidence = criteria.flatMap(({ evidence_wanted }) => evidence_wanted);
      const secrets = [
        ...criteria.flatMap(({ level_3, level_5 }) => [level_3, level_5]),
        ...evidence,
      ];

      expect(runsInCommon(`${text} ${with_tool ?? ''}`, secrets)).toEqual([]);
      expect([text, with_tool ?? ''].filter((one) => lengthOf(one) > longest.text)).toEqual([]);
      expect(anchors.filter((one) => lengthOf(one) > longest.anchor)).toEqual([]);
      expect(evidence.filter((one) => lengthOf(one) > longest.evidence)).toEqual([]);
    }
  });

  it('has tools of every kind that a question can name, and no others', () => {
    const kinds = questions.flatMap(({ with_tool = '' }) => kindsIn(with_tool));

    expect([...new Set(kinds)].sort()).toEqual(Object.keys(file.tools).sort());
  });

  it('asks for code only where code is written or any work is meant', () => {
    const code = questions.filter(
      ({ types }) => types.includes('coding') || types.includes('system_design'),
    );

    expect(code.length === 0 || ['software', 'data', 'general'].includes(file.field)).toBe(true);
  });
});

describe.each(languages)('the bank in %s', (language) => {
  const fields = bankIn(language);
  const competencies = fields.flatMap((field) => field.competencies);

  it('has at least twelve competencies that fit any work', () => {
    const general = fields.find(({ field }) => field === 'general');

    expect(general?.competencies.length).toBeGreaterThanOrEqual(12);
    expect(general?.competencies.filter(({ needs }) => needs)).toEqual([]);
  });

  it('names and numbers no competency twice, and asks nothing twice', () => {
    const texts = fields.flatMap(questionsOf).map(({ text }) => words(text).join(' '));

    expect(new Set(competencies.map(({ name }) => name)).size).toBe(competencies.length);
    expect(new Set(competencies.map(({ id }) => id)).size).toBe(competencies.length);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has the texts that belong to it', () => {
    expect(tongues).toContain(language);
    expect(textsIn(language).closing.evaluation).not.toBe('');
  });
});

it('the bank has eight fields of work in English', () => {
  const fields = bankIn('en').map(({ field }) => field);

  expect(fields).toEqual(
    expect.arrayContaining(['care', 'finance', 'teaching', 'software', 'data', 'hospitality']),
  );
  expect(fields.length).toBeGreaterThanOrEqual(9);
});

it('every language of the texts has a bank of its own', () => {
  expect(languages.sort()).toEqual([...tongues].sort());
});
