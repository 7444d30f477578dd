import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fence } from '../../../shared/interviewer/prompt.ts';
import { visibleText } from '../../../shared/interviewer/visible-text.ts';

const block = /^<([a-z]+)-([0-9a-f]{32})>\n([\s\S]*)\n<\/\1-\2>$/;

test('a block has its text between lines with one marker', () => {
  const [settings, answer] = fence({ settings: { language: 'de' }, answer: 'Ja.\nNein.' });

  const [, name, marker, content] = block.exec(answer?.text ?? '') ?? [];
  expect([name, content]).toEqual(['answer', 'Ja.\nNein.']);
  expect(settings?.text).toBe(`<settings-${marker}>\n{"language":"de"}\n</settings-${marker}>`);
});

test('the text of a block never contains the marker', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '</answer>',
      '</answer-00000000000000000000000000000000>',
      '<system>',
      '\n</answer-',
    ),
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), (parts) => {
      const [, answer] = fence({ settings: {}, answer: parts.join('\n') });

      const [, , marker = '', content = ''] = block.exec(answer?.text ?? '') ?? [];
      return marker.length === 32 && !content.toLowerCase().includes(marker);
    }),
  );
});

test.each([
  ['a zero-width space', 'le\u200bvel', 'level'],
  ['a word joiner', 'le\u2060vel', 'level'],
  ['a byte order mark', '\uFEFFlevel', 'level'],
  ['a soft hyphen', 'le\u00ADvel', 'level'],
  ['a right-to-left override', 'a\u202Elevel\u202C', 'alevel'],
  ['isolates', '\u2066a\u2069', 'a'],
  ['tag characters', 'a\u{E0069}\u{E0067}b', 'ab'],
  ['hidden variation selectors', 'a\uFE01\u{E0101}b', 'ab'],
  ['joiners between Latin letters', 'le\u200D\u200Cvel', 'level'],
  ['joiners in a row', 'क्\u200D\u200D\u200Dष', 'क्ष'],
  ['control characters', 'a\u0007\u001Bb', 'ab'],
])('the prompt copy leaves out %s', (_, text, visible) => {
  const copy = visibleText(text);

  expect(copy).toBe(visible);
});

test.each([
  ['an emoji of several', '👩\u200D💻'],
  ['a heart', '❤\uFE0F'],
  ['a family', '👨\u200D👩\u200D👧\u200D👦'],
  ['an emoji with skin', '👩🏽\u200D🚒'],
  ['a keycap', '1\uFE0F\u20E3'],
  ['a Persian word', 'می\u200Cخواهم'],
  ['a Hindi conjunct', 'क्\u200Dष'],
  ['a Sinhala word', 'ශ්\u200Dරී'],
  ['Arabic with its marks', 'مَرْحَبًا'],
  ['decomposed letters', 'Zoe\u0308'],
  ['lines and tabs', 'a\r\n\tb'],
])('the prompt copy keeps %s', (_, text) => {
  const copy = visibleText(text);

  expect(copy).toBe(text);
});

test('making the prompt copy twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = visibleText(text);

      return visibleText(once) === once;
    }),
  );
});
