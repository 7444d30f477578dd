import { Icon } from '../../parts/icon.tsx';
import type { Sum } from './weights.ts';

/** The sum of a set of weights: a tick, or what is missing or too much in words. */
export const SumOf = ({ sum, isShort = false }: { sum: Sum; isShort?: boolean }) => (
  <span class={sum.isRight ? 'sum' : 'sum bad'}>
    <Icon name={sum.isRight ? 'check' : 'alert'} />
    <span>
      {!isShort && `${sum.parts} = `}
      <strong>{sum.total}</strong>
      {sum.trouble && `: ${sum.trouble}`}
    </span>
  </span>
);
