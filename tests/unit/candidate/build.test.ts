import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../../web/build.ts';
import { twoTones } from '../../../web/two-tones.ts';
import { messagesWeight, pageWeight } from '../../../web/weight.ts';
import { inlineIn } from '../../support/inline.ts';

let folder = '';
const read = (path: string) => readFile(join(folder, path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-build-'));
  await buildWeb(
    folder,
    { employer_name: 'Müller & Söhne <Kliniken>', contact_email: 'jobs@example.com' },
    { retention_days: 30, processor: 'Amazon Web Services' },
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the page contains nothing inline, so that its policy needs no exception', async () => {
  const html = await read('interview.html');

  expect(inlineIn(html)).toEqual([]);
});

test('no asset refers to another origin', async () => {
  for (const name of await readdir(join(folder, 'assets'), { recursive: true })) {
    if (!/\.(js|css|html|json)$/.test(name)) continue;
    const text = await read(join('assets', name));
    const elsewhere = text.match(/https?:\/\/\w[^\s'"`)]+/g) ?? [];

    // Not fetched: names of XML namespaces, what React's errors name, the demonstration's links.
    const named = /^https?:\/\/(?:www\.w3\.org|react\.dev\/errors|interviews\.example\.com)\//;
    expect(elsewhere.filter((url) => !named.test(url))).toEqual([]);
  }
});

test('the page names the employer’s contact without JavaScript', async () => {
  const html = await read('interview.html');

  expect(html).toContain('<a href="mailto:jobs@example.com">jobs@example.com</a>');
});

test('the page shows the employer’s name before any script has run', async () => {
  const html = await read('interview.html');

  expect(html).toContain('<header>Müller &#38; Söhne &#60;Kliniken&#62;</header>');
  expect(html).toContain('<title>Müller &#38; Söhne');
});

test('the catalogue has the employer, and its notice what the deployment has set', async () => {
  const assets = await readdir(join(folder, 'assets'), { recursive: true });
  const english = await read(
    join('assets', assets.find((name) => name.endsWith('/en.json')) ?? ''),
  );

  expect(JSON.parse(english).brand).toEqual({
    employer_name: 'Müller & Söhne <Kliniken>',
    contact_email: 'jobs@example.com',
  });
  for (const fact of ['Müller & Söhne <Kliniken>', 'jobs@example.com', '30 days', 'Amazon Web']) {
    expect(english).toContain(fact);
  }
});

test('a brand with an unreadable colour is refused by the build', async () => {
  const accent = { light: '#ffff00', dark: '#6fd3c4' };

  await expect(
    buildWeb(folder, { employer_name: 'A', contact_email: 'a@example.com', accent }),
  ).rejects.toThrow(/accent\.light: .* 1\.07:1 with surface/);
});

test('the sound check is a WAV file whose header has the right lengths', () => {
  const wav = twoTones();
  const view = new DataView(wav.buffer);

  expect(Buffer.from(wav.subarray(0, 4)).toString()).toBe('RIFF');
  expect(view.getUint32(4, true)).toBe(wav.length - 8);
  expect(view.getUint32(40, true)).toBe(wav.length - 44);
});

test('the page weighs no more than a slow phone can carry', async () => {
  const assets = await readdir(join(folder, 'assets'));
  const { total } = await pageWeight(folder, 'candidate');

  expect(assets.filter((name) => name.endsWith('.js'))).toHaveLength(1);

  // HTML, CSS and JavaScript after gzip; the messages of one language are fetched as data.
  expect(total).toBeLessThanOrEqual(22_000);
  // English with its notice, which the law makes long; Hindi, the longest, is a third more.
  expect(await messagesWeight(folder)).toBeLessThanOrEqual(4_800);
});
