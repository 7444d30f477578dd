import type { OnPage } from '../page.ts';

/** A heading and a text in the interview's language; nothing if there is no text. */
export const TextSection = ({
  page,
  title,
  text,
  level: Title = 'h2',
}: OnPage & { title: string; text: string | null | undefined; level?: 'h2' | 'h3' }) =>
  text ? (
    <section>
      <Title>{title}</Title>
      <p lang={page.state.session?.language} dir="auto">
        {text}
      </p>
    </section>
  ) : null;
