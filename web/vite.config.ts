import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { deployment } from './deployment.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  publicDir: false,
  logLevel: 'warn',
  plugins: [deployment(null)],
  // Explicit: under a test runner NODE_ENV would make it a development build. The classic runtime
  // needs nothing that Preact itself does not contain.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment', development: false },
  },
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Already written for older browsers, so it is left as it is.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    assetsInlineLimit: 0,
    // One script, no chunks: nothing to preload.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { interview: at('interview.html') },
      // Reading a property does nothing else here: what is read once is written where it is used.
      treeshake: { propertyReadSideEffects: false },
      transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
    },
  },
});
