import { build, type InlineConfig } from 'vite';
import { type Brand, readBrand } from '../shared/domain/brand.ts';
import { buildDemo } from './components/ai-interview-link-generator/demo/build-demo.ts';
import { consoleConfig } from './console/config.ts';
import { accented, deployment, type Told } from './deployment.ts';
import { buildDocs } from './docs/build.ts';
import config from './vite.config.ts';

/**
 * Builds the pages into a folder of static files (default `dist/web`), which is emptied first.
 * With a brand, the page has its name, contact, accent and logo, also without JavaScript. The notice
 * says what the brand and `told` have. Throws if the brand is invalid.
 */
export const buildWeb = async (outDir?: string, brand?: Brand, told: Told = {}): Promise<void> => {
  const checked = brand ? readBrand(brand) : null;
  const candidatePage: InlineConfig = {
    ...config,
    configFile: false,
    plugins: [deployment(checked, told), accented(checked)],
  };
  // One after the other: the first empties the folder.
  for (const page of [candidatePage, consoleConfig(checked)]) {
    await build({ ...page, build: { ...page.build, ...(outDir && { outDir }) } });
  }
  await buildDemo(outDir);
  await buildDocs(outDir);
};

if (import.meta.main) {
  const [outDir, brand, told] = process.argv.slice(2);
  await buildWeb(outDir, brand && JSON.parse(brand), told && JSON.parse(told));
}
