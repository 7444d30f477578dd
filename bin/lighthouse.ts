import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { openStage } from '../tests/e2e/support/stage.ts';
import { launchBrowser } from '../tests/support/browser.ts';

// Measures the built page with Lighthouse as if on a phone: npm run lighthouse
// Lighthouse is 170 MB and downloaded for the run, so that no installation has to include it.

const version = 'lighthouse@13.5.0';
const gate = 0.98;
const categories = ['performance', 'accessibility', 'best-practices'] as const;

const Report = z.object({
  categories: z.record(z.enum(categories), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      displayValue: z.string().optional(),
    }),
  ),
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const measure = async (url: string, port: number, path: string) => {
  await promisify(execFile)('npm', [
    ...['exec', '--yes', `--package=${version}`, '--', 'lighthouse', url],
    ...[`--port=${port}`, '--quiet', '--form-factor=mobile', '--output=json'],
    ...[`--only-categories=${categories.join(',')}`, `--output-path=${path}`],
  ]);
  return Report.parse(JSON.parse(await readFile(path, 'utf8')));
};

const folder = await mkdtemp(join(tmpdir(), 'talaro-lighthouse-'));
const stage = await openStage();
const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  const { token } = await stage.recruiter.invite();
  const url = `${stage.stack.url}/interview.html#${token}`;
  const { categories: scores, audits } = await measure(url, port, join(folder, 'report.json'));
  for (const [name, { score }] of Object.entries(scores)) console.log(`${name}  ${score}`);
  for (const { title, score, displayValue } of Object.values(audits)) {
    if (score !== null && score < 0.9) console.log(`  ${score}  ${title}  ${displayValue ?? ''}`);
  }
  const low = Object.values(scores).filter(({ score }) => score < gate);
  if (low.length > 0) {
    console.error(`${low.length} of ${categories.length} scores are below ${gate}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await stage.close();
  await rm(folder, { recursive: true, force: true });
}
