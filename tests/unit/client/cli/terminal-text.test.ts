import { describe, expect, it } from 'vitest';
import { cut, jsonText, plain, table } from '../../../../client/cli/terminal-text.ts';

describe('text of others', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u001b]0;title\u0007', '␛]0;title␇'],
    ['a\u009b2Jb', 'a\ufffd2Jb'],
    ['del\u007f\u0000', 'del␡␀'],
    ['two\r\nlines\tand\u2028more', 'two lines and more'],
    ['gpj.\u202egnp\u2066x\u2069', 'gpj.gnpx'],
    ['in\u200bvis\ufeffi\u00adble\u3164\u{e0041}', 'invisible'],
    ['\ud800', '\ufffd'],
    ['👩‍🚀 Zoë می‌خواهم ❤️', '👩‍🚀 Zoë می‌خواهم ❤️'],
  ])('is only shown by a terminal: %j', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  it.each([
    ['Bartholomew', 6, 'Barth…'],
    ['Bart', 4, 'Bart'],
    ['👩‍🚀👩‍🚀👩‍🚀', 4, '👩‍🚀…'],
    ['日本語', 6, '日本語'],
    ['日本語', 5, '日本…'],
  ])('%j is cut to a width of %i between characters', (text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
  });

  it('is short whatever it is made of', () => {
    const marks = `a${'\u0301'.repeat(50_000)}`;

    expect(cut('😀'.repeat(20_000), 10)).toBe('😀😀😀😀…');
    expect(cut(marks, 10).length).toBeLessThan(100);
  });
});

describe('a table', () => {
  const rows = [
    ['日本', 'x'],
    ['Ada', 'y'.repeat(60)],
  ];

  it('has columns that begin below each other', () => {
    expect(table(['name', 'b'], rows.slice(0, 1), 80)).toBe('name  b\n日本  x');
  });

  it('is as wide as its terminal at most, and whole where there is none', () => {
    expect(table(['name', 'b'], rows, 20).split('\n')[2]).toBe('Ada   yyyyyyyyyyyyy…');
    expect(table(['name', 'b'], rows, null)).toContain('y'.repeat(60));
  });
});

it('JSON is exact, and no sign in it reaches a terminal', () => {
  const value = { name: '\u001b[2J\u009b\u202e\u{e0041}é😀\u2028' };

  const text = jsonText(value);

  expect(JSON.parse(text)).toEqual(value);
  expect(text).toBe(String.raw`{"name":"\u001b[2J\u009b\u202e\udb40\udc41é😀\u2028"}`);
});
