import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { plainRoutes } from '../../client/plain-routes.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import { accented } from '../deployment.ts';
import shared from '../vite.config.ts';

/**
 * Builds the console beside the candidate's page, which is there already: in a build of its own, so
 * that neither has a byte of the other.
 */
export const consoleConfig = (brand: Brand | null): InlineConfig => ({
  ...shared,
  configFile: false,
  plugins: [plainRoutes(), accented(brand)],
  build: {
    ...shared.build,
    emptyOutDir: false,
    assetsDir: 'assets/console',
    rolldownOptions: {
      ...shared.build?.rolldownOptions,
      input: { console: fileURLToPath(new URL('index.html', import.meta.url)) },
    },
  },
});
