import { Icon } from '../../parts/icon.tsx';
import type { ShownProps } from './shown.ts';
import { stepsOf } from './steps-of.ts';

/** How far an interview is: below each other, or from left to right where there is room. */
export const Steps = ({
  interview,
  zone,
  isAcross = false,
}: ShownProps & { isAcross?: boolean }) => (
  <ol class={isAcross ? 'steps across' : 'steps'}>
    {stepsOf(interview, zone).map(({ kind, icon, words, when }) => (
      <li key={words} class={kind}>
        <Icon name={icon} />
        <span>{words}</span>
        <span class="meta">{when}</span>
      </li>
    ))}
  </ol>
);
