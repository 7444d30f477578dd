import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { consoleScenes } from '../tests/e2e/support/console-scenes/all.ts';
import { scenes } from '../tests/e2e/support/scenes.ts';
import { openStage } from '../tests/e2e/support/stage.ts';
import { smallPng } from './small-png.ts';

// Screenshots of every screen of the candidate's page and of the console:
// npm run screenshots [scene …]

const screens = resolve(import.meta.dirname, '../docs/screens');
const known = [
  ...scenes.map((scene) => ({ ...scene, folder: screens })),
  ...consoleScenes.map((scene) => ({ ...scene, folder: join(screens, 'console') })),
];
const asked = process.argv.slice(2);
const wanted = known.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (wanted.length === 0) {
  console.error(`Unknown scene; choose from ${known.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

/** Makes the folder, and takes older screenshots out of it unless only some are made anew. */
const prepare = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  if (asked.length > 0) return;
  const old = (await readdir(folder)).filter((file) => file.endsWith('.png'));
  await Promise.all(old.map((file) => rm(join(folder, file))));
};

const stage = await openStage();
for (const folder of new Set(wanted.map((scene) => scene.folder))) await prepare(folder);
for (const scene of wanted) {
  const page = await stage.page();
  await scene.play(page, stage);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = join(scene.folder, `${scene.name}-${width}-${colorScheme}.png`);
      // What is behind a dialog is covered in the window alone.
      const fullPage = (await page.locator('dialog[open]').count()) === 0;
      const shot = await page.screenshot({ fullPage, animations: 'disabled', caret: 'hide' });
      await writeFile(path, smallPng(shot));
    }
  }
  await page.context().close();
  console.log(scene.name);
}
await stage.close();
