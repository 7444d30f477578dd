import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';

const catalogues: Readonly<Record<string, Catalogue>> = { en };

/** The texts of a language by its primary subtag; English where there are none. */
export const catalogueFor = (tongue: string): Catalogue => catalogues[tongue] ?? en;

/** Replaces each `{name}` of a text. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
