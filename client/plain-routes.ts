import type { Plugin } from 'vite';
import { routes } from './routes.ts';

/** The module whose value is enough, and its text with nothing but that. */
export const routesFile = /client\/routes\.ts$/;
export const routesText = (): string => `export const routes = ${JSON.stringify(routes)};`;

/** Replaces the routes by their value in a build, so that no schema and no validator comes with them. */
export const plainRoutes = (): Plugin => ({
  name: 'talaro-plain-routes',
  enforce: 'pre',
  load: { filter: { id: routesFile }, handler: routesText },
});
