import type { OnPage } from '../page.ts';

/** A heading and a text in the interview's language; nothing if there is no text. */
export const TextSection = ({
  page,
  title,
  text,
}: OnPage & { title: string; text: string | null | undefined }) =>
  text ? (
    <>
      <h2>{title}</h2>
      <p class="written" lang={page.state.session?.language} dir="auto">
        {text}
      </p>
    </>
  ) : null;
