import { describe, expect, test } from 'vitest';
import {
  isMarkup,
  problemsOfText,
  tellsSecret,
} from '../../../shared/interviewer/candidate-text.ts';
import { holdsContact } from '../../../shared/interviewer/identity.ts';
import { isOtherLanguage } from '../../../shared/interviewer/language-check.ts';
import { neutralFeedback } from '../../../shared/interviewer/neutral-feedback.ts';
import { assessAnswerTask } from '../../../shared/interviewer/prompts/assess-answer.ts';

const codesOf = (text: string, language = 'en') =>
  problemsOfText(text, {
    task: assessAnswerTask,
    field: 'tip',
    language,
    max: 700,
    check_language: true,
  }).map(({ code }) => code);

test.each([
  ['en', 'You looked at the facts first, and you told what came of it.'],
  [
    'en',
    'You kept the files in S3, sent them over HTTP/2 as UTF-8, and named the 95th percentile.',
  ],
  [
    'en',
    'At a high level you were clear; say more about the isolation level and the level of detail.',
  ],
  ['en', 'You passed the token on and handled the failed request well.'],
  ['en', 'I recommend naming one example; the next step would be a trade-off.'],
  ['de', 'Sie haben die Ursache gesucht, bevor Sie etwas geändert haben.'],
  ['es', 'Ha explicado los pasos con claridad y ha dicho por qué los eligió.'],
  ['fr', 'Vous avez expliqué vos choix et dit ce que vous en avez appris.'],
  ['hi', 'आपने पहले तथ्य देखे और फिर बताया कि क्या हुआ।'],
  ['ar', 'بحثت عن السبب أولًا ثم شرحت ما فعلته ولماذا.'],
])('a text in %s is accepted: %s', (language, text) => {
  const codes = codesOf(text, language);

  expect(codes).toEqual([]);
});

test.each([
  ['en', 'You reached level four.', 'verdict_in_text'],
  ['en', 'That is three out of five.', 'verdict_in_text'],
  ['en', 'Your score is fine.', 'verdict_in_text'],
  ['en', 'You have passed.', 'verdict_in_text'],
  ['en', 'We would hire you.', 'verdict_in_text'],
  ['en', 'A strong yes from me.', 'verdict_in_text'],
  ['en', 'You are not a suitable candidate.', 'verdict_in_text'],
  ['en', 'About 80% of it was there.', 'number_in_text'],
  ['en', 'A 4/5 answer.', 'number_in_text'],
  ['ar', 'إجابة ٤ من ٥', 'number_in_text'],
  ['de', 'Das ergibt die Note gut.', 'verdict_in_text'],
  ['de', 'Sie erreichen damit viele Punkte.', 'verdict_in_text'],
  ['es', 'Su puntuación es buena.', 'verdict_in_text'],
  ['fr', 'Votre note sera bonne.', 'verdict_in_text'],
  ['hi', 'आपको अच्छे अंक मिले।', 'verdict_in_text'],
  ['ar', 'حصلت على الدرجة العليا.', 'verdict_in_text'],
  ['en', 'See www.example.org.', 'link_in_text'],
  ['en', 'Write to ada@example.org.', 'link_in_text'],
  ['en', 'You were <i>clear</i>.', 'markup_in_text'],
  ['en', ' ', 'empty_text'],
  ['en', 'word '.repeat(200), 'long_text'],
])('in %s, %j is refused as %s', (language, text, code) => {
  const codes = codesOf(text, language);

  expect(codes).toContain(code);
});

describe('the search for wording of the rubric', () => {
  const secret = 'Narrows the cause down with several measurements before acting';

  test.each([
    ['finds a sentence told whole', [secret], `Next time: ${secret.toLowerCase()}.`, true],
    [
      'finds a sentence told in part',
      [secret],
      'It helps to narrow the cause down with several measurements before it.',
      true,
    ],
    ['passes one told in other words', [secret], 'It helps to measure more than one thing.', false],
    [
      'finds a short phrase told whole',
      ['reads the execution plan'],
      'One reads the execution plan.',
      true,
    ],
    ['passes a phrase of everyday words', ['what came of it'], 'Say what came of it.', false],
  ])('%s', (_, secrets, text, expected) => {
    const told = tellsSecret(text, secrets, []);

    expect(told).toBe(expected);
  });

  test('passes what the question has already used', () => {
    const told = tellsSecret(`As asked: ${secret}`, [secret], [`Who ${secret}?`]);

    expect(told).toBe(false);
  });
});

test.each([
  ['en', 'How would you find the cause, and what would you do about it then?', false],
  ['en', 'Wie würden Sie die Ursache finden, und was würden Sie dann mit ihr tun?', true],
  ['de-AT', 'Wie würden Sie die Ursache finden, und was würden Sie dann mit ihr tun?', false],
  ['de', 'How would you find the cause, and what would you do about it then?', true],
  ['es-MX', '¿Cómo encontraría usted la causa y qué haría con ella después de eso?', false],
  ['fr', '¿Cómo encontraría usted la causa y qué haría con ella después de eso?', true],
  ['hi', 'आप कारण कैसे ढूँढेंगे, और फिर क्या करेंगे?', false],
  ['hi', 'How would you find the cause, and what then?', true],
  ['hi', 'आप PostgreSQL और Redis में धीमी query का कारण कैसे ढूँढेंगे?', false],
  ['ar', 'كيف تجد السبب وماذا تفعل بعد ذلك؟', false],
  ['en', 'كيف تجد السبب وماذا تفعل بعد ذلك؟', true],
  ['ja', 'どのように原因を見つけますか。', false],
  ['zh-Hans', '你会如何找到原因？然后怎么办呢？', false],
  ['ko', '원인을 어떻게 찾겠습니까?', false],
  ['sr-Latn', 'Kako biste pronašli uzrok i šta biste zatim uradili sa njim?', false],
  ['en', 'Kubernetes, Terraform.', false],
])('the check for a language other than %s returns, for %j, %s', (language, text, expected) => {
  const is = isOtherLanguage(text, language);

  expect(is).toBe(expected);
});

test.each(['en', 'de', 'es', 'fr', 'hi', 'ar'])(
  'the neutral feedback in %s breaks no rule',
  (language) => {
    const codes = codesOf(neutralFeedback(language), language);

    expect(codes).toEqual([]);
  },
);

test.each([
  ['de-CH', /^Danke/],
  ['pt-BR', /^Thank you/],
])('the neutral feedback for %s is in that language or in English', (language, expected) => {
  const word = neutralFeedback(language);

  expect(word).toMatch(expected);
});

test.each(['a@', '<a', '[', '[]('])('the check of 200,000 characters of %j ends', (piece) => {
  const flood = piece.repeat(200_000 / piece.length);

  const found = [holdsContact(flood), isMarkup(flood), codesOf(flood).includes('link_in_text')];

  // A search that is not linear does not end within the test's time.
  expect(found).toEqual([false, false, false]);
});

test.each([
  ['<b>', true],
  ['a < b, and c > d', false],
  ['1 > 0 <br', false],
  ['<br', false],
  ['1 < 2 </p>', true],
  ['<!-- so -->', true],
  [`<a title="${'very '.repeat(500)}long">`, true],
  ['```', true],
])('%j is markup: %j', (text, expected) => {
  expect(isMarkup(text)).toBe(expected);
});
