import type { ComponentChildren, VNode } from 'preact';

/** What stands for the look of an element. */
const marks: Record<string, string> = {
  h2: '\n== ',
  h3: '\n= ',
  summary: '\n- ',
  blockquote: '> ',
};

/**
 * What a component draws, as plain text with a blank line between its parts, and without a browser:
 * what is folded is in it, and what a translating browser makes of the page is not. Nothing in it
 * may be a component.
 */
export const textOf = (drawn: ComponentChildren): string => {
  if (Array.isArray(drawn)) return drawn.map(textOf).filter(Boolean).join('\n\n');
  if (!drawn || typeof drawn !== 'object') return typeof drawn === 'string' ? drawn : '';
  const { type, props } = drawn as VNode;
  return (marks[type as string] ?? '') + textOf(props.children);
};
