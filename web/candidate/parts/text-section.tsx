import type { ComponentChildren } from 'preact';
import type { Page } from '../page.ts';

/**
 * A heading and a text in the interview's language; nothing if there is no text. `note` is in the
 * page's language, below the heading; `below` stands below the text.
 */
export const textSection = (
  { session }: Page,
  Title: 'h2' | 'h3',
  title: string,
  text: string | null | undefined,
  note?: string,
  below?: ComponentChildren,
) =>
  text && (
    <section aria-label={title}>
      <Title>
        {title}
        <span class="meta">{note}</span>
      </Title>
      <p lang={session?.language} dir="auto">
        {text}
      </p>
      {below}
    </section>
  );
