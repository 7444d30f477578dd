import { readFileSync } from 'node:fs';
import type { Brand } from '../shared/domain/brand.ts';
import { languageCodes, type Messages } from './candidate/i18n/catalogues.ts';

/** Text as HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const messagesIn = (code: string): Messages =>
  JSON.parse(readFileSync(new URL(`candidate/i18n/${code}.json`, import.meta.url), 'utf8'));

/** What is missing where no script runs, in every language. */
const scriptNeeded = (): string =>
  languageCodes
    .map((code) => {
      const direction = code === 'ar' ? ' dir="rtl"' : '';
      return `<p lang="${code}"${direction}>${escaped(messagesIn(code).scriptNeeded)}</p>`;
    })
    .join('');

/** The contact below the page, also where its script is blocked or never arrives. */
const contact = ({ contact_email }: Brand): string =>
  `<footer><a href="mailto:${contact_email}">${contact_email}</a></footer>`;

/** The page as it is before its script has run, and where none runs; without indentation. */
export const withoutScript = (html: string, brand: Brand | null): string =>
  html
    .replace('<!-- scriptNeeded -->', scriptNeeded)
    .replace('<!-- contact -->', () => (brand ? contact(brand) : ''))
    // Everything is from the own origin.
    .replaceAll(' crossorigin', '')
    .replace(/\n\s*/g, '');
