import { momentOf } from '../../../../client/zoned-time.ts';
import { dayAndTime } from '../../time.ts';
import { type Clocks, inWords, isShort, laterEnd, lengthOf, windowOfClocks } from './window.ts';

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What to think of before a window is given that leaves a candidate little choice. */
export const ShortNotice = ({ clocks, onEnds }: { clocks: Clocks; onEnds(ends: string): void }) => {
  const window = windowOfClocks(clocks);
  if (!window || !isShort(window)) return null;
  const later = laterEnd(clocks);
  const moment = later && momentOf(later, clocks.zone);
  return (
    <div class="notice warn" id="short">
      <h3>{capital(inWords(lengthOf(window)))} is short</h3>
      <p>
        Somebody who works, cares for a person or lives in another zone may find no quiet hour in
        it. Give 20 hours or more.
      </p>
      {later && moment && (
        <div class="actions">
          <button type="button" class="btn" onClick={() => onEnds(later)}>
            Close on {dayAndTime(moment, clocks.zone)} instead
          </button>
        </div>
      )}
    </div>
  );
};
