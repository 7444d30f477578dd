import type { Plugin } from 'vite';
import { routes } from './routes.ts';

/** Replaces the routes by their value in a build, so that no schema and no validator comes with them. */
export const plainRoutes = (): Plugin => ({
  name: 'talaro-plain-routes',
  enforce: 'pre',
  load: {
    filter: { id: /client\/routes\.ts$/ },
    handler: () => `export const routes = ${JSON.stringify(routes)};`,
  },
});
