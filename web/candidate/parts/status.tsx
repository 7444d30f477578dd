import { icon, type Shape } from './icon.tsx';

/** A live region that is in the page before it has something to announce. */
export const statusLine = (shape: Shape, text: string | false | null) => (
  <p class={`save ${shape}`} role="status">
    {text && icon(shape)}
    {text}
  </p>
);
