import { thresholds } from '../../../../../shared/domain/thresholds.ts';

/** The lowest scores of the recommendations, lowest first, without the one that starts at 0. */
export const limits = thresholds.filter(([lowest]) => lowest > 0).toReversed();

/** What the dashed lines of a plot of scores are. */
export const limitsInWords = `Dashed lines: ${limits
  .map(([lowest, recommendation]) => `${recommendation} from ${lowest}`)
  .join(', ')}.`;

/** The dashed lines at the limits of the recommendations, over a width of 0 to 100. */
export const Limits = ({ height }: { height: number }) => (
  <>
    {limits.map(([lowest]) => (
      <line key={lowest} class="limit" x1={`${lowest}%`} x2={`${lowest}%`} y1="0" y2={height} />
    ))}
  </>
);
