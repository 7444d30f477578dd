import { randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchBucket,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startS3 } from '../../../local/s3/s3.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import { clientDefaults } from './credentials.ts';
import { dataFolder } from './data-folder.ts';
import { refusalOf } from './refusal.ts';

const Bucket = 'audio';

async function start(folder: string | null = null, onRequest?: OnRequest) {
  const s3 = await startS3({ folder, buckets: [Bucket], ...(onRequest && { onRequest }) });
  // No forcePathStyle: the SDK addresses an endpoint that is an IP in path style by itself.
  const client = new S3Client({ ...clientDefaults, endpoint: s3.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await s3.close();
  });
  return {
    s3,
    client,
    put: (Key: string, Body: Buffer | string | Readable, about = {}) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body, ...about })),
    get: (Key: string, Range?: string) => client.send(new GetObjectCommand({ Bucket, Key, Range })),
    async bytes(Key: string) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
  };
}

describe('the object store', () => {
  it('keeps bytes and what is said about them, after a restart too', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    const body = randomBytes(70_000);
    const about = {
      ContentType: 'audio/mpeg',
      CacheControl: 'max-age=60',
      Metadata: { voice: 'Joanna' },
    };
    const { ETag } = await first.put('media/tts/q_0 ü+%.mp3', body, about);
    await first.s3.close();

    const second = await start(folder);
    const got = await second.get('media/tts/q_0 ü+%.mp3');

    expect(got).toMatchObject({ ...about, ETag, ContentLength: 70_000, AcceptRanges: 'bytes' });
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });

  it('stores a streamed upload without the framing the SDK sends it in', async () => {
    const { client, put, bytes } = await start();
    const body = randomBytes(300_000);
    const pieces = [body.subarray(0, 1), body.subarray(1, 200_000), body.subarray(200_000)];
    const framings: (string | undefined)[] = [];
    client.middlewareStack.add(
      (next) => async (args) => {
        const { request } = args as { request?: { headers?: Record<string, string> } };
        framings.push(request?.headers?.['content-encoding']);
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );

    await put('streamed', Readable.from(pieces), { ContentLength: body.length });
    const stored = await bytes('streamed');

    expect(framings[0]).toBe('aws-chunked');
    expect(stored.equals(body)).toBe(true);
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'streamed' }));
    expect(head).toMatchObject({ ContentLength: 300_000 });
    expect(head.ContentEncoding).toBeUndefined();
  });

  it('stores an empty object', async () => {
    const { put, bytes } = await start();

    await put('empty', Buffer.alloc(0));

    expect(await bytes('empty')).toHaveLength(0);
  });

  it('refuses a body that does not match its checksum', async () => {
    const { put, get } = await start();

    const refusal = await refusalOf(put('bad', 'body', { ChecksumCRC32: 'AAAAAA==' }));

    expect(refusal).toMatchObject({ name: 'BadDigest' });
    expect(await refusalOf(get('bad'))).toBeInstanceOf(NoSuchKey);
  });

  it('gives the range asked for', async () => {
    const { put, get } = await start();
    await put('digits', '0123456789', { ContentType: 'text/plain' });
    const range = async (Range: string) => {
      const { Body, ContentRange, $metadata } = await get('digits', Range);
      return [$metadata.httpStatusCode, ContentRange, await Body?.transformToString()];
    };

    expect(await range('bytes=0-3')).toEqual([206, 'bytes 0-3/10', '0123']);
    expect(await range('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await range('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await range('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await range('bytes=-99')).toEqual([206, 'bytes 0-9/10', '0123456789']);
    expect(await range('bytes=3-1')).toEqual([200, undefined, '0123456789']);
    expect(await range('bytes=0-1,4-5')).toEqual([200, undefined, '0123456789']);
    expect(await refusalOf(get('digits', 'bytes=10-'))).toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  it('reads for the gateway without the SDK', async () => {
    const { s3, put } = await start();
    await put('digits', '0123456789', { ContentType: 'audio/mpeg' });

    const whole = await s3.read(Bucket, 'digits');
    const part = await s3.read(Bucket, 'digits', 'bytes=2-4');
    const beyond = await s3.read(Bucket, 'digits', 'bytes=10-');
    const missing = await s3.read(Bucket, 'nothing');

    expect(whole.headers).toMatchObject({ 'content-type': 'audio/mpeg', 'content-length': '10' });
    expect(part).toMatchObject({ status: 206, body: Buffer.from('234') });
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' });
    expect(beyond).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } });
    expect(missing.status).toBe(404);
  });

  it('copies with what is said about the object, or with something new', async () => {
    const { client, put, get } = await start();
    await put('from here', 'text', { ContentType: 'text/plain', Metadata: { a: 'b' } });
    const CopySource = `${Bucket}/${encodeURIComponent('from here')}`;

    await client.send(new CopyObjectCommand({ Bucket, Key: 'same', CopySource }));
    const { CopyObjectResult } = await client.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'other',
        CopySource,
        MetadataDirective: 'REPLACE',
        ContentType: 'text/html',
      }),
    );

    expect(await get('same')).toMatchObject({ ContentType: 'text/plain', Metadata: { a: 'b' } });
    expect(await get('other')).toMatchObject({ ContentType: 'text/html', Metadata: {} });
    expect(CopyObjectResult?.ETag).toMatch(/^"[\da-f]{32}"$/);
  });

  it('lists by prefix, in pages', async () => {
    const { client, put } = await start();
    for (const key of ['a/2', 'a/1', 'a/<&>', 'b/1']) await put(key, key);
    const list = (ContinuationToken?: string) =>
      client.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'a/', MaxKeys: 2, ContinuationToken }),
      );

    const first = await list();
    const second = await list(first.NextContinuationToken);

    expect(first).toMatchObject({ KeyCount: 2, IsTruncated: true });
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(['a/1', 'a/2']);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['a/<&>']);
    expect(second).toMatchObject({ KeyCount: 1, IsTruncated: false });
  });

  it('deletes, also what is not there', async () => {
    const { client, put, get } = await start();
    await put('key', 'text');

    await client.send(new DeleteObjectCommand({ Bucket, Key: 'key' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'key' }));

    expect(await refusalOf(get('key'))).toBeInstanceOf(NoSuchKey);
  });

  it('refuses as the real one does', async () => {
    const { s3, client, put } = await start();
    await put('there', 'text');
    const elsewhere = { Bucket: 'other', Key: 'key' };

    const head = await refusalOf(
      client.send(new HeadObjectCommand({ Bucket, Key: 'constructor' })),
    );
    const bucket = await refusalOf(client.send(new GetObjectCommand(elsewhere)));
    const putElsewhere = await refusalOf(
      client.send(new PutObjectCommand({ ...elsewhere, Body: 'text' })),
    );
    const again = await refusalOf(put('there', 'other', { IfNoneMatch: '*' }));
    const unsigned = await fetch(`${s3.endpoint}/${Bucket}/there`);

    expect(head).toBeInstanceOf(NotFound);
    expect(bucket).toBeInstanceOf(NoSuchBucket);
    expect(putElsewhere).toBeInstanceOf(NoSuchBucket);
    expect(again).toMatchObject({ name: 'PreconditionFailed' });
    expect(unsigned.status).toBe(403);
  });

  it('lets no key out of its folder', async () => {
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
    await writeFile(join(folder, 'data', 'left-over.new'), 'half');

    const second = await start(folder);

    expect(await readdir(join(folder, 'data'))).toHaveLength(1);
    expect((await second.bytes('key')).toString()).toBe('new');
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

  it('fails as it is told', async () => {
    const faults = (['throttle', 'unavailable', 'access-denied', 'drop'] as const).values();
    const { s3, get } = await start(null, () => {
      throw new InjectedFault(faults.next().value ?? 'throttle');
    });

    expect(await refusalOf(get('key'))).toMatchObject({ name: 'SlowDown' });
    expect(await refusalOf(get('key'))).toMatchObject({ name: 'ServiceUnavailable' });
    expect(await refusalOf(get('key'))).toMatchObject({ name: 'AccessDenied' });
    expect(await refusalOf(get('key'))).toMatchObject({ code: 'ECONNRESET' });
    expect(await refusalOf(s3.read(Bucket, 'key'))).toBeInstanceOf(InjectedFault);
  });
});
