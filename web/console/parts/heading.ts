import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { cameBack } from '../router.ts';

/**
 * The heading of a screen: it has the focus when the screen is new, and the document its title.
 * @param title of the document, without the product's name
 */
export const useHeading = (title: string, hasError = false) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasError ? 'Error: ' : ''}${title} – Talaro`;
  }, [title, hasError]);
  // At once: later it would take the focus from where a fast person has put it.
  useLayoutEffect(() => {
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (named) named.scrollIntoView();
    else if (!cameBack()) scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
};
