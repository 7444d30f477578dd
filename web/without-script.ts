import { readFileSync } from 'node:fs';
import type { Brand } from '../shared/domain/brand.ts';
import { languageCodes, type Messages } from './candidate/i18n/catalogues.ts';

/** Text as HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const messagesIn = (code: string): Messages =>
  JSON.parse(readFileSync(new URL(`candidate/i18n/${code}.json`, import.meta.url), 'utf8'));

/** What is missing where no script runs, in every language; whom to ask too, if no contact is known. */
const scriptNeeded = (brand: Brand | null): string =>
  languageCodes
    .map((code) => {
      const { scriptNeeded: missing, helpNoContact } = messagesIn(code);
      const direction = code === 'ar' ? ' dir="rtl"' : '';
      const text = brand ? missing : `${missing} ${helpNoContact}`;
      return `<p lang="${code}"${direction}>${escaped(text)}</p>`;
    })
    .join('');

/** The contact below the page, also where its script is blocked or never arrives. */
const contact = ({ employer_name, contact_email }: Brand): string =>
  `<footer><p>${escaped(employer_name)}, <a href="mailto:${contact_email}">${contact_email}</a></p></footer>`;

/** The page as it is before its script has run, and where none runs; without indentation. */
export const withoutScript = (html: string, brand: Brand | null): string =>
  html
    .replace('<!-- scriptNeeded -->', () => scriptNeeded(brand))
    .replace('<!-- contact -->', () => (brand ? contact(brand) : ''))
    .replace(/\n\s*/g, '');
