import { escaped } from '../without-script.ts';

/** Markup that is complete: its texts are escaped. */
export interface Html {
  readonly markup: string;
}
type Part = string | number | false | undefined | Html | readonly Part[];

const markupOf = (part: Part): string => {
  if (part === false || part === undefined) return '';
  if (typeof part !== 'object') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
};

/** Markup with texts in it, each of which stays text. Attributes are in double quotes. */
export const html = (written: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: String.raw({ raw: written }, ...parts.map(markupOf)),
});

/** One line of a description: what is between backticks is code. */
export const line = (text = ''): Html[] =>
  text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));

/** A description: paragraphs, and lists whose entries begin with a dash. */
export const prose = (text = ''): Html[] =>
  text.split('\n\n').map((block) => {
    const [before, ...entries] = block.trim().split(/^- /m);
    if (entries.length > 0)
      return html`<ul>${entries.map((one) => html`<li>${line(one)}</li>`)}</ul>`;
    return html`${before !== '' && html`<p>${line(before)}</p>`}`;
  });
