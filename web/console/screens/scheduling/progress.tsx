import { useEffect, useState } from 'preact/hooks';
import type { Doing } from './new-interview-state.ts';

/** After so many ms, it is said why it takes so long. */
const patience = 3_000;

const words = (doing: Doing | null, isSlow: boolean, isNewJob: boolean) => {
  if (!doing) return '';
  if (doing === 'creating') return 'Creating the interview';
  if (!isSlow) return 'Created. Making its link';
  return isNewJob
    ? 'Writing the kit: its questions and their rubric. This can take half a minute'
    : 'Making the link: its questions are being prepared. This can take half a minute';
};

/** What is happening, in a row that is there from the start. */
export const Progress = ({ doing, isNewJob }: { doing: Doing | null; isNewJob: boolean }) => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!doing) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, [doing]);
  return (
    <p class="meta progress-line" role="status">
      {words(doing, isSlow, isNewJob)}
    </p>
  );
};
