import { ar } from './ar.ts';
import type { Catalogue } from './catalogue.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';

const catalogues: Readonly<Record<string, Catalogue>> = { ar, de, en, es, fr, hi };

/** The texts of a language by its primary subtag; English where there are none. */
export const catalogueFor = (tongue: string): Catalogue => catalogues[tongue] ?? en;

/** Replaces each `{name}` of a text. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Whether there are texts of a language by its primary subtag. */
export const hasCatalogue = (tongue: string): boolean => tongue in catalogues;
