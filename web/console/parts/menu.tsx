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
    const close = (event: Event) => {
      const open = menu.current;
      if (!open?.open) return;
      const isInside = event.target instanceof Node && open.contains(event.target);
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        open.querySelector('summary')?.focus();
      } else if (isInside) return;
      open.open = false;
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
