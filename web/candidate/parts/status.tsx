import { Icon, type Shape } from './icon.tsx';

export interface Said {
  shape: Shape;
  text: string;
}

/** A live region that is in the page before it has something to say. */
export const Status = ({ said }: { said: Said | null }) => (
  <p class="status" role="status">
    {said && (
      <>
        <Icon shape={said.shape} />
        <span>{said.text}</span>
      </>
    )}
  </p>
);
