import type { Brand } from '../../shared/domain/brand.ts';

/** The employer's brand as deployed; null if none is configured or it cannot be read. */
export const loadBrand = async (): Promise<Brand | null> => {
  try {
    const response = await fetch('/brand.json', { credentials: 'omit' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
};

/** Applies the employer's accent through the object model: a style attribute would need a laxer CSP. */
export const applyBrand = (brand: Brand, root: HTMLElement): void => {
  if (!brand.accent) return;
  const { light, dark } = brand.accent;
  root.style.setProperty('--accent-light', light);
  root.style.setProperty('--accent-dark', dark);
};
