import type { OnPage } from '../page.ts';

interface FoldProps extends OnPage {
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
export const Fold = ({ page, title, note, texts, as: As = 'p', lang, open }: FoldProps) => {
  const { locale } = page;
  return (
    <details open={open} lang={lang ?? locale} dir="auto">
      <summary>
        {title}
        <span class="meta" lang={locale}>
          {note}
        </span>
      </summary>
      <div>{texts.map((text) => text && <As key={text}>{text}</As>)}</div>
    </details>
  );
};
