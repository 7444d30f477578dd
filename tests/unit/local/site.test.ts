import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../../local/gateway/site.ts';

const script = 'const words = 1;\n'.repeat(100);
const sound = {
  status: 206 as const,
  headers: { 'content-type': 'audio/mpeg' },
  body: Buffer.from('la '.repeat(999)),
};
let folder = '';
let serve: ReturnType<typeof serveSite>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-site-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'main.js'), script);
  await writeFile(join(folder, 'short.css'), 'a'.repeat(999));
  await writeFile(join(folder, 'least.css'), 'a'.repeat(1_000));
  await writeFile(join(folder, 'most.txt'), Buffer.alloc(10_000_000));
  await writeFile(join(folder, 'over.txt'), Buffer.alloc(10_000_001));
  await writeFile(join(folder, 'icon.png'), 'a'.repeat(5_000));
  await writeFile(join(folder, 'tones.wav'), 'a'.repeat(5_000));
  serve = serveSite({ folder, bucket: 'audio', s3: { read: async () => sound } });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
