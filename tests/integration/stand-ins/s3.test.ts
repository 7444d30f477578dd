import { randomBytes } from 'node:crypto';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchBucket,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startS3 } from '../../../local/s3/s3.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { clientDefaults } from './credentials.ts';
import { refusalOf } from './refusal.ts';

const Bucket = 'audio';

const start = async (folder: string | null = null, onRequest?: OnRequest) => {
  const s3 = await startS3({ folder, buckets: [Bucket], ...(onRequest && { onRequest }) });
  // No forcePathStyle: the SDK automatically uses path style for an endpoint that is an IP.
  const client = new S3Client({ ...clientDefaults, endpoint: s3.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await s3.close();
  });
  return {
    s3,
    client,
    put: (Key: string, Body: Buffer | string, about = {}) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body, ...about })),
    copy: (Key: string, source: string) =>
      client.send(
        new CopyObjectCommand({ Bucket, Key, CopySource: encodeURI(`${Bucket}/${source}`) }),
      ),
    bytes: async (key: string) => (await s3.read(Bucket, key)).body,
  };
};

describe('the object store', () => {
  it('keeps bytes and their type, even after a restart', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    const body = randomBytes(70_000);
    const { ETag } = await first.put('media/tts/q_0 ü+%.mp3', body, { ContentType: 'audio/mpeg' });
    await first.s3.close();

    const { s3 } = await start(folder);
    const got = await s3.read(Bucket, 'media/tts/q_0 ü+%.mp3');

    expect(got.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': '70000',
      'accept-ranges': 'bytes',
      etag: ETag,
    });
    expect(got.body.equals(body)).toBe(true);
  });

  it('stores an empty object', async () => {
    const { put, bytes } = await start();

    await put('empty', Buffer.alloc(0));

    expect(await bytes('empty')).toHaveLength(0);
  });

  it('deletes an object with its file, also one that is not there', async () => {
    const folder = await dataFolder();
    const { client, s3, put } = await start(folder);
    await put('media/tts/q_0_a.mp3', 'sound');
    await put('media/tts/q_0_b.mp3', 'sound');

    for (const Key of ['media/tts/q_0_a.mp3', 'media/tts/q_0_a.mp3', 'media/tts/q_1_a.mp3']) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    }

    expect((await s3.read(Bucket, 'media/tts/q_0_a.mp3')).status).toBe(404);
    expect((await s3.read(Bucket, 'media/tts/q_0_b.mp3')).status).toBe(200);
    expect(await readdir(join(folder, 'objects'))).toHaveLength(1);
  });

  it('refuses a body that does not match its checksum', async () => {
    const { s3, put } = await start();

    const refusal = await refusalOf(put('bad', 'body', { ChecksumCRC32: 'AAAAAA==' }));

    expect(refusal).toMatchObject({ name: 'BadDigest' });
    expect((await s3.read(Bucket, 'bad')).status).toBe(404);
  });

  it('returns the requested range', async () => {
    const { s3, put } = await start();
    await put('digits', '0123456789', { ContentType: 'audio/mpeg' });
    const range = async (header: string) => {
      const { status, headers, body } = await s3.read(Bucket, 'digits', header);
      expect(headers['content-length'] ?? '0').toBe(String(body.length));
      return [status, headers['content-range'], body.toString()];
    };

    expect(await range('bytes=0-3')).toEqual([206, 'bytes 0-3/10', '0123']);
    expect(await range('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await range('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await range('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await range('bytes=-99')).toEqual([206, 'bytes 0-9/10', '0123456789']);
    expect(await range('bytes=3-1')).toEqual([200, undefined, '0123456789']);
    expect(await range('bytes=0-1,4-5')).toEqual([200, undefined, '0123456789']);
    expect(await range('bytes=10-')).toEqual([416, 'bytes */10', '']);
  });

  it('copies an object with its type', async () => {
    const { s3, put, copy } = await start();
    await put('from here', 'text', { ContentType: 'text/plain' });

    const { CopyObjectResult } = await copy('same', 'from here');

    const { headers, body } = await s3.read(Bucket, 'same');
    expect([headers['content-type'], body.toString()]).toEqual(['text/plain', 'text']);
    expect(CopyObjectResult?.ETag).toBe(headers.etag);
  });

  it('refuses as the real service does, and what it does not support', async () => {
    const { s3, client, put, copy } = await start();
    await put('there', 'text');
    const elsewhere = { Bucket: 'other', Key: 'key' };

    const bucket = await refusalOf(
      client.send(new PutObjectCommand({ ...elsewhere, Body: 'text' })),
    );
    const missing = await refusalOf(copy('here', 'constructor'));
    const source = await refusalOf(
      client.send(new CopyObjectCommand({ Bucket, Key: 'here', CopySource: 'other/key' })),
    );
    const conditional = await refusalOf(put('there', 'other', { IfNoneMatch: '*' }));
    const get = await refusalOf(client.send(new GetObjectCommand({ Bucket, Key: 'there' })));
    const streamed = await fetch(`${s3.endpoint}/${Bucket}/streamed`, {
      method: 'PUT',
      headers: { authorization: 'any', 'x-amz-content-sha256': 'STREAMING-UNSIGNED' },
      body: '1\r\na\r\n0\r\n\r\n',
    });
    const unsigned = await fetch(`${s3.endpoint}/${Bucket}/there`);

    expect(bucket).toBeInstanceOf(NoSuchBucket);
    expect(source).toBeInstanceOf(NoSuchBucket);
    expect(missing).toBeInstanceOf(NoSuchKey);
    for (const unserved of [conditional, get]) {
      expect(unserved).toMatchObject({ name: 'NotImplemented' });
    }
    expect(streamed.status).toBe(501);
    expect(unsigned.status).toBe(403);
  });

  it('lets no key escape from its folder', async () => {
    const folder = await dataFolder();
    const inner = join(folder, 'objects');
    const { s3, put } = await start(inner);
    const headers = { authorization: 'any' };

    await put('../../escape', 'text');
    await fetch(`${s3.endpoint}/${Bucket}/..%2f..%2fescape`, {
      method: 'PUT',
      headers,
      body: 'raw',
    });

    expect(await readdir(folder)).toEqual(['objects']);
    const escaped = await s3.read(Bucket, '../../escape');
    expect(escaped.body.toString()).toBe('raw');
  });

  it('keeps one file per object, and none of an upload that was cut off', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    await first.put('key', 'old');
    await first.put('key', 'new');
    await first.s3.close();
    await writeFile(join(folder, 'objects', 'left-over.new'), 'half');

    const second = await start(folder);

    expect(await readdir(join(folder, 'objects'))).toHaveLength(1);
    expect((await second.bytes('key')).toString()).toBe('new');
  });

  it('changes one file with each write, however many objects there are', async () => {
    const folder = await dataFolder();
    const { put } = await start(folder);
    const filesNow = async () => {
      const found = await readdir(folder, { recursive: true });
      const named = found.map(async (name) => `${name} ${(await stat(join(folder, name))).ino}`);
      return new Set(await Promise.all(named));
    };
    await put('key 0', 'first');

    const changed: number[] = [];
    for (const key of ['key 1', 'key 2', 'key 3', 'key 1']) {
      const before = await filesNow();
      await put(key, 'sound');
      changed.push([...(await filesNow())].filter((file) => !before.has(file)).length);
    }

    expect(changed).toEqual([1, 1, 1, 1]);
  });

  it('reads a folder with one index of all objects, and moves it once', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'f1'), 'older sound');
    const about = { size: 11, etag: '"e"', crc32: 'c', modified: 1 };
    const kept = { contentType: 'audio/mpeg', file: 'f1', ...about };
    const lost = { contentType: 'audio/mpeg', file: 'f2', ...about };
    await writeFile(join(folder, 'objects.json'), JSON.stringify({ [Bucket]: { kept, lost } }));

    const first = await start(folder);
    await first.put('new', 'newer');
    await first.s3.close();
    const second = await start(folder);

    const { headers } = await second.s3.read(Bucket, 'kept');
    expect(headers['content-type']).toBe('audio/mpeg');
    expect(String(await second.bytes('kept'))).toBe('older sound');
    expect(String(await second.bytes('new'))).toBe('newer');
    expect((await second.s3.read(Bucket, 'lost')).status).toBe(404);
    expect(await readdir(folder)).toEqual(['objects']);
  });

  it('never shows half of an object that is being replaced', async () => {
    const { put, bytes } = await start(await dataFolder());
    await put('key', 'a'.repeat(50_000));
    const writes = ['b', 'c', 'd', 'e'].map((letter) => put('key', letter.repeat(50_000)));

    const reads = await Promise.all(Array.from({ length: 12 }, () => bytes('key')));
    await Promise.all(writes);

    for (const read of reads) expect(new Set(read)).toHaveProperty('size', 1);
    for (const read of reads) expect(read).toHaveLength(50_000);
  });

  it('fails with injected faults', async () => {
    const faults = (['throttle', 'unavailable', 'access-denied', 'drop'] as const).values();
    const { s3, put } = await start(null, () => {
      throw new InjectedFault(faults.next().value ?? 'throttle');
    });

    expect(await refusalOf(put('key', 'text'))).toMatchObject({ name: 'SlowDown' });
    expect(await refusalOf(put('key', 'text'))).toMatchObject({ name: 'ServiceUnavailable' });
    expect(await refusalOf(put('key', 'text'))).toMatchObject({ name: 'AccessDenied' });
    expect(await refusalOf(put('key', 'text'))).toMatchObject({ code: 'ECONNRESET' });
    expect(await refusalOf(s3.read(Bucket, 'key'))).toBeInstanceOf(InjectedFault);
  });
});
