import type { Brand } from '../../shared/domain/brand.ts';

/** Applies the employer's accent through the object model: a style attribute would need a laxer CSP. */
export const applyBrand = ({ accent }: Brand, root: HTMLElement): void => {
  for (const [scheme, colour] of Object.entries(accent ?? {})) {
    root.style.setProperty(`--accent-${scheme}`, colour);
  }
};
