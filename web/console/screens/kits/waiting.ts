import { useEffect, useState } from 'preact/hooks';

/** How many seconds something has been going on, by the moments at which there is something to say. */
export const useWaiting = (isWorking: boolean, moments: readonly number[]): number => {
  const [reached, setReached] = useState(0);
  useEffect(() => {
    setReached(0);
    if (!isWorking) return;
    const timers = moments.map((seconds) => setTimeout(() => setReached(seconds), seconds * 1000));
    return () => timers.forEach(clearTimeout);
  }, [isWorking]);
  return reached;
};
