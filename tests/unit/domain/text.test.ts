import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/domain/plain-text.ts';
import { exactText, Id } from '../../../shared/domain/text.ts';
import { anyText } from '../../support/any-text.ts';

const five = exactText(5, 1);
const messages = (schema: typeof five, text: unknown) =>
  (schema.safeParse(text).error?.issues ?? []).map(({ message }) => message);

describe('a text with a limit', () => {
  it.each([
    ['letters', 'a'],
    ['emoji, two UTF-16 units each', '🙂'],
    ['characters of three bytes', '字'],
    ['combining marks, counted one by one', '\u0301'],
    ['right-to-left letters', 'م'],
    ['zero-width joiners', '\u200d'],
    ['line ends', '\n'],
  ])('counts %s by code point', (_name, character) => {
    const atLimit = `a${character.repeat(4)}`;
    const over = `a${character.repeat(5)}`;

    expect(messages(five, atLimit)).toEqual([]);
    expect(messages(five, over)).toEqual(['must be at most 5 characters']);
  });

  it('counts the parts of a joined emoji one by one', () => {
    const family = '👨‍👩‍👧';

    expect(messages(five, family)).toEqual([]);
    expect(messages(five, `${family}!`)).toEqual(['must be at most 5 characters']);
  });

  it('names a long limit with a thousands separator', () => {
    const answer = exactText(limits.response_text, 1);

    expect(messages(answer, 'a'.repeat(20_000))).toEqual([]);
    expect(messages(answer, '🙂'.repeat(20_000))).toEqual([]);
    expect(messages(answer, 'a'.repeat(20_001))).toEqual(['must be at most 20,000 characters']);
    expect(messages(answer, '🙂'.repeat(20_001))).toEqual(['must be at most 20,000 characters']);
  });

  it.each([
    ['NUL', 'a\0b'],
    ['a high surrogate alone', 'a\ud83d'],
    ['a low surrogate alone', '\ude42a'],
    ['surrogates in the wrong order', '\ude42\ud83d'],
    ['a high surrogate twice', '\ud83d\ud83d\ude42'],
  ])('refuses %s', (_name, text) => {
    expect(messages(five, text)).toEqual(['must not contain NUL or lone surrogate characters']);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['line ends and tabs', '\n\t\r'],
    ['no-break spaces', '\u00a0\u3000'],
    ['characters that are not drawn', '\u200b\u2060\ufeff\u0007\u00ad'],
  ])('refuses %s if it must not be empty', (_name, text) => {
    expect(messages(five, text)).toEqual(['must not be empty']);
  });

  it('accepts an empty string if it may be empty', () => {
    expect(messages(exactText(5), '')).toEqual([]);
  });

  it.each([null, undefined, 5, true, [], {}, ['a']])('refuses %j, which is not a text', (value) => {
    expect(five.safeParse(value).success).toBe(false);
  });

  it('goes through unchanged, byte for byte', () => {
    const schema = exactText(10_000);

    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(schema.parse(text)).toBe(text);
      }),
    );
  });

  it('keeps both normal forms, line ends and white space around it', () => {
    const texts = ['\u00e9', 'e\u0301', 'a\r\nb', ' a ', '\ufeffa', '\u202eabc'];

    expect(texts.map((text) => exactText(5).parse(text))).toEqual(texts);
  });

  it('is refused exactly if it has more code points than its limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (text, max) => {
          expect(exactText(max).safeParse(text).success).toBe([...text].length <= max);
        },
      ),
    );
  });
});

describe('the limits of the contract', () => {
  it('have these values', () => {
    expect(limits).toMatchObject({
      response_text: 20_000,
      job_description: 50_000,
      resume_text: 50_000,
      name: 200,
      email: 254,
    });
  });
});

describe('an id', () => {
  it('is a UUID in lower case', () => {
    expect(Id.parse('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11')).toBe(
      'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    );
  });

  it.each([
    '',
    'x',
    'a0eebc999c0b4ef8bb6d6bb9bd380a11',
    ' a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    null,
    7,
  ])('is not %j', (value) => {
    expect(Id.safeParse(value).success).toBe(false);
  });
});
