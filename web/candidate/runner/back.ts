/**
 * Keeps an entry in the browser's history for each step that Back takes inside the page. Returns the
 * function that is told their number; `back` is called when the person went back.
 */
export const backSteps = (back: () => void): ((steps: number) => void) => {
  let wanted = 0;
  // While the page itself goes back, the history's state is that of the entry to be left.
  let isGoing = false;
  const here = () => Number(history.state);
  const tell = (steps: number) => {
    wanted = steps;
    if (isGoing) return;
    const from = here();
    for (let step = from; step < steps; step++) history.pushState(step + 1, '');
    isGoing = from > steps;
    if (isGoing) history.go(steps - from);
  };
  addEventListener('popstate', () => {
    const isOwn = isGoing;
    isGoing = false;
    if (isOwn || here() >= wanted) tell(wanted);
    else back();
  });
  return tell;
};
