import type { ComponentChildren } from 'preact';
import type { OnPage } from '../page.ts';

interface TextSectionProps extends OnPage {
  title: string;
  text: string | null | undefined;
  /** In the page's language, below the title. */
  note?: string | undefined;
  level?: 'h2' | 'h3';
  /** What stands below the text. */
  children?: ComponentChildren;
}

/** A heading and a text in the interview's language; nothing if there is no text. */
export const TextSection = ({ page, title, text, note, level, children }: TextSectionProps) => {
  const Title = level ?? 'h2';
  return text ? (
    <section aria-label={title}>
      <Title>
        {title}
        {note && <span class="meta">{note}</span>}
      </Title>
      <p lang={page.session?.language} dir="auto">
        {text}
      </p>
      {children}
    </section>
  ) : null;
};
