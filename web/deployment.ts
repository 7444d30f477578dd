import type { Plugin } from 'vite';
import type { Brand } from '../shared/domain/brand.ts';
import { twoTones } from './two-tones.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What the build adds to the sources: the sound check, and the employer's name and contact. */
export const deployment = (brand: Brand | null): Plugin => ({
  name: 'talaro-deployment',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'assets/two-tones.wav', source: twoTones() });
    if (brand) {
      this.emitFile({ type: 'asset', fileName: 'brand.json', source: JSON.stringify(brand) });
    }
  },
  transformIndexHtml(html) {
    const written = html.replace(
      /\s*<!-- contact -->(.*?)<!-- \/contact -->/s,
      (_whole, otherwise) =>
        brand
          ? ` If that does not help, write to ${escaped(brand.employer_name)}: ${escaped(brand.contact_email)}.`
          : ` ${otherwise}`,
    );
    return written;
  },
});
