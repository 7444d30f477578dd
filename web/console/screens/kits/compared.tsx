import { Status } from '../../parts/status.tsx';
import type { Compared, FieldPair } from './compare.ts';
import { type Stretch, wordDiff } from './word-diff.ts';

type Sides = readonly [left: string, right: string];

const kinds = {
  same: { word: 'The same', icon: 'check', tone: 'off' },
  changed: { word: 'Changed', icon: 'progress', tone: 'go' },
  added: { word: 'Added', icon: 'plus', tone: 'ok' },
  removed: { word: 'Removed', icon: 'reject', tone: 'warn' },
} as const;

const Words = ({ stretches, hides }: { stretches: readonly Stretch[]; hides: Stretch['kind'] }) => (
  <p class="told" dir="auto">
    {stretches.map(({ kind, text }, n) => {
      if (kind === hides) return null;
      if (kind === 'same') return <span key={n}>{text}</span>;
      // The blanks before a word are its own, and are not marked.
      const [, blanks = '', words = ''] = /^(\s*)(.*)$/s.exec(text) ?? [];
      return (
        <span key={n}>
          {words && blanks}
          {kind === 'removed' ? <del>{words || blanks}</del> : <ins>{words || blanks}</ins>}
        </span>
      );
    })}
  </p>
);

const Pair = ({ pair: { label, left, right }, sides }: { pair: FieldPair; sides: Sides }) => {
  const stretches = wordDiff(left ?? '', right ?? '');
  return (
    <div class="pair-of">
      <h4>{label}</h4>
      <div class="cols two">
        <div>
          <p class="meta">{sides[0]}</p>
          {left ? <Words stretches={stretches} hides="added" /> : <p class="meta">Not there</p>}
        </div>
        <div>
          <p class="meta">{sides[1]}</p>
          {right ? <Words stretches={stretches} hides="removed" /> : <p class="meta">Not there</p>}
        </div>
      </div>
    </div>
  );
};

interface ListProps {
  title: string;
  items: readonly Compared[];
  sides: Sides;
}

/** Everything of one kind in two versions: what differs in full, the rest in a line. */
export const ComparedList = ({ title, items, sides }: ListProps) => (
  <section class="block" aria-label={title}>
    <h2>{title}</h2>
    <ol class="card flush compared" role="list">
      {items.map((one) => (
        <li key={one.id} class={one.kind}>
          <div class="card-head">
            <h3 dir="auto">{one.title}</h3>
            <Status {...kinds[one.kind]} />
          </div>
          {one.fields.map((pair) => (
            <Pair key={pair.label} pair={pair} sides={sides} />
          ))}
        </li>
      ))}
    </ol>
  </section>
);
