import { useEditing } from './editing.ts';
import { evened } from './items.ts';

interface EvenProps<Item> {
  /** `competencies`. */
  things: string;
  items: readonly Item[];
  onItems(items: Item[]): void;
}

/** Gives everything in a set the same weight. */
export const EvenButton = <Item extends { weight: string }>({
  things,
  items,
  onItems,
}: EvenProps<Item>) => {
  if (useEditing().isReadOnly || items.length < 2) return null;
  return (
    <button type="button" class="btn plain" onClick={() => onItems(evened(items))}>
      Even weights<span class="away"> of the {things}</span>
    </button>
  );
};
