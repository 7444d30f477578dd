import { Icon, type Shape } from './icon.tsx';

/** A live region that is in the page before it has something to announce. */
export const Status = ({ shape, children }: { shape: Shape; children: string | false | null }) => (
  <p class={shape === 'alert' ? 'save warn' : 'save'} role="status">
    {children && (
      <>
        <Icon shape={shape} />
        {children}
      </>
    )}
  </p>
);
