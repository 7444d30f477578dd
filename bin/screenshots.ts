import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { scenes } from '../tests/e2e/support/scenes.ts';
import { openStage } from '../tests/e2e/support/stage.ts';

// Screenshots of every screen of the candidate's page: npm run screenshots [scene …]

const folder = resolve(import.meta.dirname, '../docs/screens');
const asked = process.argv.slice(2);
const wanted = scenes.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (wanted.length === 0) {
  console.error(`Unknown scene; choose from ${scenes.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const stage = await openStage();
if (asked.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const scene of wanted) {
  const page = await stage.page();
  await scene.play(page, stage);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = resolve(folder, `${scene.name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' });
    }
  }
  await page.context().close();
  console.log(scene.name);
}
await stage.close();
