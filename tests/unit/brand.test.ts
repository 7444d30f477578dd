import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, readBrand, surfaces } from '../../shared/domain/brand.ts';

const brand = { employer_name: 'Example Clinics', contact_email: 'jobs@example.com' };

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('of %s and %s is %d, in both orders', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('a brand', () => {
  test('needs a name and a contact and no more', () => {
    expect(readBrand(brand)).toEqual(brand);
  });

  test('may have an accent that can be read on every surface', () => {
    const accent = { light: '#0b5c55', dark: '#6fd3c4' };

    expect(readBrand({ ...brand, accent }).accent).toEqual(accent);
  });

  test('may name the employer’s privacy notice', () => {
    const privacy_url = 'https://example.com/privacy';

    expect(readBrand({ ...brand, privacy_url }).privacy_url).toBe(privacy_url);
  });

  test('is refused for an unreadable accent, naming the ratio and the surface', () => {
    const accent = { light: '#777777', dark: '#6fd3c4' };

    expect(() => readBrand({ ...brand, accent })).toThrow(
      'accent.light: must have a contrast of at least 4.5:1, and #777777 has 4.47:1 with surface (#ffffff)',
    );
  });

  test('is refused for a dark accent on which its own label cannot be read', () => {
    const accent = { light: '#0b5c55', dark: '#0b5c55' };

    expect(() => readBrand({ ...brand, accent })).toThrow(/accent\.dark: .* with onAccent/);
  });

  test.each([
    ['a logo from another origin', { logo_url: 'https://elsewhere.example/logo.svg' }],
    ['a logo by a path without a scheme', { logo_url: '//elsewhere.example/logo.svg' }],
    ['a logo by a path with a backslash', { logo_url: '/\\elsewhere.example/logo.svg' }],
    ['a script for a logo', { logo_url: 'javascript:alert(1)//.svg' }],
    ['an invalid colour', { accent: { light: 'red', dark: '#6fd3c4' } }],
    ['a privacy notice that runs a script', { privacy_url: 'javascript:alert(1)' }],
    ['a privacy notice in the open', { privacy_url: 'http://example.com/privacy' }],
    ['an invalid address', { contact_email: 'jobs' }],
    ['an empty name', { employer_name: ' ' }],
    ['an unknown field', { colour: '#0b5c55' }],
  ])('is refused for %s', (_name, change) => {
    expect(() => readBrand({ ...brand, ...change })).toThrow(/The brand cannot be used/);
  });

  test('is measured against the colours of the page itself', () => {
    const tokens = readFileSync(
      new URL('../../web/candidate/style/tokens.css', import.meta.url),
      'utf8',
    );
    const pairOf = (name: string) =>
      [...tokens.matchAll(new RegExp(`--${name}: (#\\w+);`, 'g'))]
        .map(([, hex = '']) => hex)
        .map((hex) => (hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex));

    expect(pairOf('bg')).toEqual([surfaces.light.bg, surfaces.dark.bg]);
    expect(pairOf('surface')).toEqual([surfaces.light.surface, surfaces.dark.surface]);
    expect(pairOf('on-accent')).toEqual([surfaces.light.onAccent, surfaces.dark.onAccent]);
  });
});
