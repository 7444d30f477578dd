import type { Brand } from '../../shared/domain/brand.ts';

/** The employer as deployed; null where nothing is configured or it cannot be read. */
export const loadBrand = async (): Promise<Brand | null> => {
  try {
    const response = await fetch('/brand.json', { credentials: 'omit' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
};

/** Takes over the employer's accent. Through the object model: a style attribute would need a laxer CSP. */
export const paint = (brand: Brand, root: HTMLElement): void => {
  if (!brand.accent) return;
  const { light, dark } = brand.accent;
  root.style.setProperty('--accent-light', light);
  root.style.setProperty('--accent-dark', dark);
  root.style.setProperty('--accent-soft', 'color-mix(in srgb, var(--accent) 12%, var(--surface))');
};
