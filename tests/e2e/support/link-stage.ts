import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { pageHeaders } from '../../../shared/http/page-headers.ts';
import { buildComponent } from '../../../web/components/ai-interview-link-generator/build.ts';
import { buildDemo } from '../../../web/components/ai-interview-link-generator/demo/build-demo.ts';
import { launchBrowser } from '../../support/browser.ts';

const policy = pageHeaders['content-security-policy'];
const { resolve } = createRequire(import.meta.url);
const support = import.meta.dirname;

/** A page that uses the built package with one version of React, in its development build. */
const bundled = async (folder: string, react: '18' | '19'): Promise<string> => {
  const readme = await readFile(join(folder, 'package/README.md'), 'utf8');
  const [, adapter = ''] = /<!-- adapter -->\n```jsx\n([\s\S]+?)```/.exec(readme) ?? [];
  const suffix = react === '18' ? '-18' : '';
  const { outputFiles } = await build({
    entryPoints: [join(support, 'link-page.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    outdir: folder,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'warning',
    alias: {
      'talaro-ai-interview-link-generator': join(folder, 'package'),
      react: join(resolve('react/package.json'), `../../react${suffix}`),
      'react-dom': join(resolve('react/package.json'), `../../react-dom${suffix}`),
    },
    plugins: [
      {
        name: 'adapter-of-the-readme',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^adapter-of-the-readme$/ }, ({ path }) => ({
            path,
            namespace: 'readme',
          }));
          onResolve({ filter: /ai-interview-link-generator\/index\.tsx$/ }, () => ({
            path: join(folder, 'package/index.js'),
          }));
          onLoad({ filter: /./, namespace: 'readme' }, () => ({
            contents: `/** @jsxImportSource react */\n${adapter}`,
            loader: 'jsx',
            resolveDir: support,
          }));
        },
      },
    ],
  });
  return outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
};

const page = `<!doctype html><html lang="en"><title>A page of theirs</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/foreign.css">
<main><h1>An interview</h1><div id="root"></div></main><script src="/page.js"></script></html>`;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** A browser with pages that use the component, under the policy of our own pages. */
export const openLinkStage = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-component-'));
  await Promise.all([buildComponent(join(folder, 'package')), buildDemo(folder)]);
  const [react18, react19, style, foreign, browser] = await Promise.all([
    bundled(folder, '18'),
    bundled(folder, '19'),
    readFile(join(folder, 'package/style.css'), 'utf8'),
    readFile(join(support, 'foreign.css'), 'utf8'),
    launchBrowser(),
  ]);
  const open = async (
    files: (path: string) => string | Promise<string>,
    options: BrowserContextOptions,
  ): Promise<{ page: Page; complaints: string[] }> => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
      ...options,
    });
    const opened = await context.newPage();
    const complaints: string[] = [];
    opened.on('console', (message) => {
      if (/error|warning/.test(message.type())) complaints.push(message.text());
    });
    opened.on('pageerror', ({ message }) => complaints.push(message));
    await opened.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const type = types[path.split('.').at(-1) ?? ''] ?? '';
      const headers = { 'content-security-policy': policy, 'content-type': type };
      await route.fulfill({ headers, body: await files(path) });
    });
    return { page: opened, complaints };
  };
  return {
    /** A page of someone else. Without HTTPS the browser has no clipboard to copy to. */
    visit: async (
      react: '18' | '19',
      {
        origin = 'https://hr.example',
        ...options
      }: BrowserContextOptions & { origin?: string } = {},
    ) => {
      const files: Readonly<Record<string, string>> = {
        '/page.js': react === '18' ? react18 : react19,
        '/style.css': style,
        '/foreign.css': foreign,
      };
      const opened = await open((path) => files[path] ?? page, options);
      await opened.page.goto(`${origin}/`);
      return opened;
    },
    visitDemo: async (options: BrowserContextOptions) => {
      const opened = await open((path) => readFile(join(folder, path), 'utf8'), options);
      await opened.page.goto('https://hr.example/components/ai-interview-link-generator/');
      return opened;
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
};
