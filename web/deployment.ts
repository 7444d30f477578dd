import type { Plugin } from 'vite';
import type { Brand } from '../shared/domain/brand.ts';
import type { NoticeFacts } from '../shared/domain/notice/notice.ts';
import { readCatalogues } from './catalogues.ts';
import { twoTones } from './two-tones.ts';
import { escaped, withoutScript } from './without-script.ts';

/** What the notice says of a deployment besides what its brand has. */
export type Told = Pick<NoticeFacts, 'retention_days' | 'processor'>;

/** Adds to the build: the catalogues, the sound check, and the employer's name and contact. */
export const deployment = (brand: Brand | null, told: Told = {}): Plugin => {
  const { folder, files } = readCatalogues({
    employer: brand?.employer_name,
    contact: brand?.contact_email,
    privacy: brand?.privacy_url,
    ...told,
  });
  return {
    name: 'talaro-deployment',
    config: () => ({ define: { CATALOGUES: JSON.stringify(`/${folder}`) } }),
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      for (const [name, content] of Object.entries(files)) emit(`${folder}/${name}`, content);
      emit('assets/two-tones.wav', twoTones());
      if (brand) emit('brand.json', JSON.stringify(brand));
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
