import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { deployment } from './deployment.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  publicDir: false,
  logLevel: 'warn',
  plugins: [deployment(null)],
  // Said outright: under a test runner NODE_ENV would make it a development build.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The colours are written for both schemes in one rule, with a plain rule before it for older browsers.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    assetsInlineLimit: 0,
    // A preload helper and polyfill would be a fifth of the page; module chunks here have no imports of their own.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: { interview: at('interview.html') } },
  },
});
