import { to } from '../../router.ts';
import { type Asked, queryOf } from './asked.ts';

/** The page before each one, for as long as the console is open; a cursor itself only leads on. */
const before = new Map<string, string>();

const addressOf = (asked: Asked, cursor: string) => to('/', queryOf({ ...asked, cursor }));

/** The ways to the newer and the older interviews. Where the newer page is not known, it is the first. */
export const Pages = ({ asked, next }: { asked: Asked; next: string | null }) => {
  if (next) before.set(next, asked.cursor);
  if (!next && !asked.cursor) return null;
  return (
    <nav class="actions" aria-label="Pages of the list">
      <a
        class="btn"
        {...(asked.cursor
          ? { href: addressOf(asked, before.get(asked.cursor) ?? '') }
          : { role: 'link', 'aria-disabled': true })}
      >
        Newer
      </a>
      <a
        class="btn"
        {...(next ? { href: addressOf(asked, next) } : { role: 'link', 'aria-disabled': true })}
      >
        Older
      </a>
    </nav>
  );
};
