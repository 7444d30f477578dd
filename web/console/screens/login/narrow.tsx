import type { ComponentChildren } from 'preact';
import { useHeading } from '../../parts/heading.ts';
import { Mark } from '../../parts/mark.tsx';
import { ErrorSummary, type Wrong } from '../../parts/problem.tsx';

export interface NarrowProps {
  title: string;
  lede?: ComponentChildren;
  wrong: readonly Wrong[];
  onSubmit(): void;
  /** Below the form. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A form of the way in, on a page of its own. */
export const Narrow = ({ title, lede, wrong, onSubmit, aside, children }: NarrowProps) => {
  const heading = useHeading(title, wrong.length > 0);
  return (
    <main id="main" class="wrap">
      <div class="narrow login">
        <p class="mark">
          <Mark />
          Talaro
        </p>
        <form
          class="card form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <ErrorSummary wrong={wrong} />
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lede && <p class="lede">{lede}</p>}
          </div>
          {children}
        </form>
        {aside && <div class="aside-text">{aside}</div>}
      </div>
    </main>
  );
};
