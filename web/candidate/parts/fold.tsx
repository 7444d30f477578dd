import type { Page } from '../page.ts';

interface FoldProps {
  title: string;
  /** In the page's language, below the title. */
  note?: string | undefined;
  texts: (string | null | undefined)[];
  as?: 'p' | 'blockquote';
  /** The language of title and texts, if it is not the page's. */
  lang?: string | undefined;
  /** How it is at first; then it is the person's. */
  open?: boolean;
}

/** A title that unfolds its texts. */
export const fold = (
  { locale }: Page,
  { title, note, texts, as: As = 'p', lang, open }: FoldProps,
) => (
  <details open={open} lang={lang ?? locale} dir="auto">
    <summary>
      {title}
      <span class="meta" lang={locale}>
        {note}
      </span>
    </summary>
    <div>{texts.map((text) => text && <As>{text}</As>)}</div>
  </details>
);
