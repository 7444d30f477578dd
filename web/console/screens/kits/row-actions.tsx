import { Icon } from '../../parts/icon.tsx';
import { useEditing } from './editing.ts';

interface ListActionsProps<Item> {
  /** The id of the thing in the page, before which its buttons' ids begin. */
  id: string;
  /** `question 2`, for what is said and for readers. */
  title: string;
  items: readonly Item[];
  n: number;
  /** The id of what has the focus when it is removed. */
  after: string;
  canMove?: boolean;
  onItems(items: Item[]): void;
}

const swapped = <Item,>(items: readonly Item[], n: number, by: number): Item[] => {
  const [item] = items.slice(n, n + 1);
  return item === undefined ? [...items] : items.toSpliced(n, 1).toSpliced(n + by, 0, item);
};

/** Moves and removes one thing of a list, by buttons; the focus goes along. */
export const RowActions = <Item extends { key: string }>({
  id,
  title,
  items,
  n,
  after,
  canMove = true,
  onItems,
}: ListActionsProps<Item>) => {
  const { isReadOnly, done } = useEditing();
  if (isReadOnly) return null;
  const move = (by: 1 | -1, word: 'up' | 'down') => {
    const isPossible = n + by >= 0 && n + by < items.length;
    if (!isPossible) return;
    onItems(swapped(items, n, by));
    done(`${word}-${id}`, `Moved ${word}: ${title} has place ${n + 1 + by} of ${items.length}.`);
  };
  const button = (by: 1 | -1, word: 'up' | 'down') => (
    <button
      type="button"
      class="btn plain"
      id={`${word}-${id}`}
      aria-disabled={n + by < 0 || n + by >= items.length}
      onClick={() => move(by, word)}
    >
      Move {word}
      <span class="away"> {title}</span>
    </button>
  );
  return (
    <>
      {canMove && items.length > 1 && button(-1, 'up')}
      {canMove && items.length > 1 && button(1, 'down')}
      {items.length > 1 && (
        <button
          type="button"
          class="btn plain"
          onClick={() => {
            onItems(items.toSpliced(n, 1));
            done(after, `Removed: ${title}. Discarding your changes brings it back.`);
          }}
        >
          Remove {title}
        </button>
      )}
    </>
  );
};

interface AddProps {
  id: string;
  /** `competency`. */
  thing: string;
  count: number;
  most: number;
  onAdd(): void;
}

/** Adds to a list that has room. */
export const AddButton = ({ id, thing, count, most, onAdd }: AddProps) => {
  if (useEditing().isReadOnly) return null;
  const isFull = count >= most;
  return (
    <>
      <button
        type="button"
        class="btn"
        id={id}
        aria-disabled={isFull}
        aria-describedby={`${id}-most`}
        onClick={() => !isFull && onAdd()}
      >
        <Icon name="plus" />
        Add a {thing}
      </button>
      <span class="meta" id={`${id}-most`}>
        {count} of {most} at most
      </span>
    </>
  );
};
