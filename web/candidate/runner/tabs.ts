type Report = (happened: 'tab_held' | 'tab_lost') => void;

/**
 * Allows one writing tab per interview, by a Web Lock that ends with its tab, however that ends.
 * Browsers without locks act as if the tab were alone: the server keeps answers apart anyway.
 */
export const tabHolder = (locks: LockManager | undefined, report: Report) => {
  let isHeld = false;
  // Deferred: what the report leads to must not run inside the lock's own callback, where an error
  // would release the lock.
  const tell: Report = (happened) => queueMicrotask(() => report(happened));
  return (interview_id: string, steal: boolean): void => {
    if (isHeld || !locks) {
      tell('tab_held');
      return;
    }
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    locks
      .request(`talaro/${interview_id}`, options, (lock) => {
        isHeld = lock !== null;
        tell(lock ? 'tab_held' : 'tab_lost');
        // Held until the tab is closed or another one takes it.
        return lock ? new Promise<never>(() => {}) : undefined;
      })
      .catch(() => {
        const wasHeld = isHeld;
        isHeld = false;
        // An outright refusal, for example in a sandboxed frame, does not mean another tab.
        tell(wasHeld ? 'tab_lost' : 'tab_held');
      });
  };
};
