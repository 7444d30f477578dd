import type { Plugin } from 'vite';
import type { Brand } from '../shared/domain/brand.ts';
import type { NoticeFacts } from '../shared/domain/notice/notice.ts';
import { readCatalogues } from './catalogues.ts';
import { twoTones } from './two-tones.ts';
import { escaped, withoutScript } from './without-script.ts';

/** What the notice says of a deployment besides what its brand has. */
export type Told = Pick<NoticeFacts, 'retention_days' | 'processor'>;

/** The employer's accent as a style, for both sets of colours. */
const accentOf = (brand: Brand | null): string =>
  brand?.accent
    ? `:root { --accent-light: ${brand.accent.light}; --accent-dark: ${brand.accent.dark}; }`
    : '';

/** Adds the employer's accent to the style of a page. */
export const accented = (brand: Brand | null): Plugin => ({
  name: 'talaro-accent',
  // Before the styles are put into one file: the accent stands below its default.
  transform: {
    order: 'pre',
    filter: { id: /(page|console)\.css$/ },
    handler: (css) => css + accentOf(brand),
  },
});

/** Adds to the build: the catalogues, the sound check, and the employer's name and contact. */
export const deployment = (brand: Brand | null, told: Told = {}): Plugin => {
  const facts = {
    employer: brand?.employer_name,
    contact: brand?.contact_email,
    privacy: brand?.privacy_url,
    ...told,
  };
  const { folder, files } = readCatalogues(facts, brand);
  return {
    name: 'talaro-deployment',
    config: () => ({ define: { CATALOGUES: JSON.stringify(`/${folder}`) } }),
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      for (const [name, content] of Object.entries(files)) emit(`${folder}/${name}`, content);
      emit('assets/two-tones.wav', twoTones());
    },
    transformIndexHtml(html) {
      const complete = withoutScript(html, brand);
      if (!brand) return complete;
      const name = escaped(brand.employer_name);
      const { logo_url } = brand;
      const sign = logo_url ? `<img src="${logo_url}" alt="${name}" height="32" />` : name;
      return complete
        .replace('<header>Interview', () => `<header>${sign}`)
        .replace('<title>Interview', () => `<title>${name}`);
    },
  };
};
