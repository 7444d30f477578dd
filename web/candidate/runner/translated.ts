import { options } from 'preact';

/**
 * Makes the page safe in a browser that translates it. Such a browser puts nodes of its own in the
 * place of each text, so that a later change would go to a text that nobody sees any more. Hence
 * each text gets an element of its own, with the text as its key: another text is another element,
 * and what the browser did goes with the old one.
 */
export const keepTranslatable = (): void => {
  options.vnode = (node: { type: unknown; key: unknown; props: unknown }) => {
    // Only a text has no type. `textContent` instead of a child, which would be such a text again.
    if (node.type !== null) return;
    node.type = 'span';
    node.key = node.props;
    node.props = { textContent: node.props };
  };
};
