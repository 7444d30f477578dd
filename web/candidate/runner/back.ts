/**
 * Keeps an entry in the browser's history for each step that Back takes inside the page. Returns the
 * function that is told their number; `back` is called when the person went back.
 */
export const backSteps = (back: () => void): ((steps: number) => void) => {
  let wanted = 0;
  const here = () => Number(history.state);
  const tell = (steps: number) => {
    wanted = steps;
    const from = here();
    if (from > steps) history.go(steps - from);
    for (let step = from; step < steps; step++) history.pushState(step + 1, '');
  };
  addEventListener('popstate', () => (here() < wanted ? back() : tell(wanted)));
  return tell;
};
