import type { ComponentChildren } from 'preact';
import { useHeading } from './heading.ts';

export interface PageProps {
  title: string;
  /** Of the document, where the heading alone would not tell; without the product's name. */
  documentTitle?: string;
  lede?: ComponentChildren;
  /** Below the heading, facts in one line. */
  line?: ComponentChildren;
  /** Where this is: links to what is above. */
  crumbs?: ComponentChildren;
  actions?: ComponentChildren;
  /** What is wrong: "Error: " goes before the title. */
  hasError?: boolean;
  children?: ComponentChildren;
}

/** A screen: its title, its heading, which has the focus when the screen is new, and what is below. */
export const Page = ({
  title,
  documentTitle = title,
  lede,
  line,
  crumbs,
  actions,
  hasError = false,
  children,
}: PageProps) => {
  const heading = useHeading(documentTitle, hasError);
  return (
    <main id="main" class="wrap">
      {crumbs && (
        <nav class="crumbs" aria-label="Where you are">
          {crumbs}
        </nav>
      )}
      <div class="head">
        <div>
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {lede && <p class="lede">{lede}</p>}
          {line && <p class="line">{line}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
};
