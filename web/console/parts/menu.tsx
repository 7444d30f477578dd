import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface MenuProps {
  label: ComponentChildren;
  /** Classes of the menu and of its button, besides their own. */
  kind?: string;
  button?: string;
  onOpen?(): void;
  children: ComponentChildren;
}

/** What opens below a button; Escape, a click elsewhere or a choice closes it. */
export const Menu = ({ label, kind = '', button = '', onOpen, children }: MenuProps) => {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target, type, key }: Partial<KeyboardEvent> & Event) => {
      const open = menu.current;
      if (!open?.open) return;
      const inside = target instanceof Element && open.contains(target) ? target : null;
      const isChoice = inside?.closest('.pop a, .pop button');
      const isEscape = type === 'keydown' && key === 'Escape';
      const isElsewhere = type === 'click' && !inside;
      if (!isEscape && !isElsewhere && !(type === 'click' && isChoice)) return;
      open.open = false;
      // What was chosen may open a dialog, which gives the focus back to where it was.
      if (!isElsewhere) open.querySelector('summary')?.focus();
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details
      class={`menu ${kind}`}
      ref={menu}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary class={button}>{label}</summary>
      <div class="pop">{children}</div>
    </details>
  );
};
