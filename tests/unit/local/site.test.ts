import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../../local/gateway/site.ts';
import { pageHeaders, soundHeaders } from '../../../shared/http/page-headers.ts';

const script = 'const words = 1;\n'.repeat(100);
const sound = {
  status: 206 as const,
  headers: { 'content-type': 'audio/mpeg' },
  body: Buffer.from('la '.repeat(999)),
};
let above = '';
let folder = '';
let serve: ReturnType<typeof serveSite>;

beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'talaro-site-'));
  folder = join(above, 'site');
  for (const path of ['assets', 'console', 'docs'])
    await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(above, 'index.html'), 'not a page');
  await writeFile(join(folder, 'interview.html'), 'the candidate’s page');
  await writeFile(join(folder, 'console', 'index.html'), 'the console');
  await writeFile(join(folder, 'docs', 'index.html'), 'the reference');
  await writeFile(join(folder, 'assets', 'main.js'), script);
  await writeFile(join(folder, 'short.css'), 'a'.repeat(999));
  await writeFile(join(folder, 'least.css'), 'a'.repeat(1_000));
  await writeFile(join(folder, 'most.txt'), Buffer.alloc(10_000_000));
  await writeFile(join(folder, 'over.txt'), Buffer.alloc(10_000_001));
  await writeFile(join(folder, 'icon.png'), 'a'.repeat(5_000));
  await writeFile(join(folder, 'tones.wav'), 'a'.repeat(5_000));
  serve = serveSite({ folder, bucket: 'audio', s3: { read: async () => sound } });
});
afterAll(() => rm(above, { recursive: true, force: true }));

const get = async (path: string, headers: Record<string, string> = {}) => {
  const signal = AbortSignal.timeout(10_000);
  const request = { method: 'GET', path, query: '', headers, body: Buffer.alloc(0), signal };
  const { status, headers: sent = {}, body = '' } = await serve(request);
  return { status, headers: sent, body: typeof body === 'string' ? Buffer.from(body) : body };
};

describe('a file of the site', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br; q=0.0, gzip;q=0', undefined],
    ['identity', undefined],
    ['', undefined],
  ] as const)('is sent to a client that accepts %j as %s', async (accepted, coding) => {
    const { headers, body } = await get('/assets/main.js', { 'accept-encoding': accepted });

    const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: Buffer.from };
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toBe('accept-encoding');
    expect(unpack[coding ?? 'none'](body).toString()).toBe(script);
    expect(body.length < script.length).toBe(coding !== undefined);
  });

  it.each([
    ['/short.css', undefined],
    ['/least.css', 'gzip'],
    ['/most.txt', 'gzip'],
    ['/over.txt', undefined],
    ['/icon.png', undefined],
    ['/tones.wav', undefined],
    ['/media/tts/q_0.mp3', undefined],
  ])('is compressed as CloudFront would: %s as %s', async (path, coding) => {
    const { headers } = await get(path, { 'accept-encoding': 'gzip' });

    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toBe(coding && 'accept-encoding');
  });

  it('is not sent again to a client that has it, in whatever coding', async () => {
    const accepted = { 'accept-encoding': 'gzip' };
    const plain = (await get('/assets/main.js')).headers.etag ?? '';
    const packed = (await get('/assets/main.js', accepted)).headers.etag ?? '';
    const known = { ...accepted, 'if-none-match': `"other", ${plain}` };

    const again = await get('/assets/main.js', known);

    expect(packed).toBe(`W/${plain}`);
    expect(again).toMatchObject({
      status: 304,
      headers: { etag: packed, vary: 'accept-encoding' },
    });
    expect(again.body).toHaveLength(0);
    expect((await get('/assets/main.js', { 'if-none-match': packed })).status).toBe(304);
    expect((await get('/assets/main.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is compressed once, and again when its content has changed', async () => {
    const accepted = { 'accept-encoding': 'br' };
    const path = '/page.html';
    await writeFile(join(folder, path), script);
    const first = await get(path, accepted);
    const second = await get(path, accepted);

    await writeFile(join(folder, path), `${script};`);

    const changed = await get(path, accepted);
    // The same bytes in memory, and not just equal ones.
    expect(second.body).toBe(first.body);
    expect(brotliDecompressSync(changed.body).toString()).toBe(`${script};`);
  });
});

describe('a page of the site', () => {
  it.each([
    ['/', 'the candidate’s page'],
    ['/console/', 'the console'],
    ['/console/kits/7/versions', 'the console'],
    ['/docs/', 'the reference'],
    ['/docs/index.html', 'the reference'],
  ])(
    'is served at %s, with the headers of pages, and asked for again each time',
    async (path, words) => {
      const { status, headers, body } = await get(path);

      expect({ status, body: body.toString() }).toEqual({ status: 200, body: words });
      expect(headers).toMatchObject({
        ...pageHeaders,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it.each(['/console', '/docs'])('is led to from %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 302, headers: { location: `${path}/` } });
  });

  it.each([
    '/docs/lost',
    '/console/lost.js',
    '/lost/',
    '/../',
    '/docs/../../',
    '/../index.html',
    '/console/../../index.html',
    '/console/..',
    '/%2e%2e/index.html',
    '/docs/%00/',
    '/\0/',
    '//',
    '/..\\index.html',
  ])('is not made of what is elsewhere, or nowhere: %j', async (path) => {
    const { status, headers, body } = await get(path);

    expect({ status, body: body.toString() }).toEqual({
      status: 404,
      body: 'There is nothing at this address.\n',
    });
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

it('sound is served as what it is', async () => {
  const { headers } = await get('/media/tts/q_0.mp3');

  expect(headers).toEqual({ ...soundHeaders, 'content-type': 'audio/mpeg' });
});
