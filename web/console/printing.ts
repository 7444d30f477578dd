import { useEffect } from 'preact/hooks';

/** Unfolds everything while the page is printed: nothing can be unfolded on paper. */
export const usePrinting = (): void => {
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let folded: HTMLDetailsElement[] = [];
    const unfold = () => {
      folded = [
        ...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .menu)'),
      ];
      for (const one of folded) one.open = true;
    };
    const fold = () => {
      for (const one of folded) one.open = false;
      folded = [];
    };
    addEventListener('beforeprint', unfold, { signal });
    addEventListener('afterprint', fold, { signal });
    return () => leaving.abort();
  }, []);
};
