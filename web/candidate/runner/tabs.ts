type Report = (happened: 'tab_held' | 'tab_lost') => void;

/** The lock of the tab that may write. */
export interface Tab {
  hold(interview_id: string, steal: boolean): void;
  /** Lets another tab have it. */
  release(): void;
}

/**
 * Allows one writing tab per interview, by a Web Lock that ends with its tab, however that ends. A
 * tab without it queues for it. Browsers without locks act as if the tab were alone: the server
 * keeps answers apart anyway.
 */
export const tabHolder = (locks: LockManager | undefined, report: Report): Tab => {
  let letGo: (() => void) | undefined;
  let isWanted = false;
  let isQueued = false;
  // Deferred: what the report leads to must not run inside the lock's own callback, where an error
  // would release the lock.
  const tell: Report = (happened) => queueMicrotask(() => report(happened));
  const request = (name: string, options: LockOptions): void => {
    let isHeld = false;
    const lost = () => {
      letGo = undefined;
      tell('tab_lost');
      if (!isQueued) request(name, {});
      isQueued = true;
    };
    locks
      ?.request(name, options, (lock) => {
        if (!lock) return lost();
        if (!options.steal && !options.ifAvailable) isQueued = false;
        // The turn of a request that was queued before the page let go.
        if (!isWanted) return;
        isHeld = true;
        tell('tab_held');
        return new Promise<void>((resolve) => {
          letGo = resolve;
        });
      })
      // An outright refusal, for example in a sandboxed frame, does not mean another tab.
      .catch(() => (isHeld ? lost() : tell('tab_held')));
  };
  return {
    hold: (interview_id, steal) => {
      isWanted = true;
      if (letGo || !locks) tell('tab_held');
      else request(`talaro/${interview_id}`, steal ? { steal } : { ifAvailable: true });
    },
    release: () => {
      isWanted = false;
      letGo?.();
      letGo = undefined;
    },
  };
};
