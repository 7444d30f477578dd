import { access } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Where a Chromium is: CHROMIUM_PATH, else one of the system's, else the one that npm brings
 * (which unpacks itself on first use).
 */
export const findBrowser = async (): Promise<string> => {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  for (const path of installed) if (await exists(path)) return path;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
};

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser of its own; who starts it closes it. */
export const launchBrowser = async (extra: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: [...args, ...extra],
  });

/** A browser that keeps its profile in a folder, as on a person's own device. */
export const launchProfile = async (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: await findBrowser(),
    headless: true,
    args,
  });
