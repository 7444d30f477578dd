import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, it, onTestFinished } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { finish } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();

/** A completed interview with sound in the bucket, and whether that is still served. */
const spoken = async () => {
  const { interview_id, session_id } = await finish(stack, recruiter);
  const Key = `media/tts/q_2_${session_id}.mp3`;
  const s3 = new S3Client({});
  onTestFinished(() => s3.destroy());
  await s3.send(new PutObjectCommand({ Bucket: stack.names.audio, Key, Body: 'sound' }));
  const served = async () => (await fetch(`${stack.url}/${Key}`)).status;
  return { interview_id, served };
};
const erase = (interview_id: string) =>
  api.call('eraseInterview', { access: recruiter.access, params: { interview_id } });
const left = async (interview_id: string) =>
  (await stack.table.itemsOf(interview_id)).map(({ sk }) => String(sk).split('#')[0]);

it('an erased interview has no sound any more', async () => {
  const { interview_id, served } = await spoken();
  expect(await served()).toBe(200);

  (await erase(interview_id)).ok();

  expect(await served()).toBe(404);
  expect(await left(interview_id)).toEqual(['AUDIT', 'ERASED']);
});

it('a bucket that is down delays an erasure, which is acknowledged all the same and goes on later', async () => {
  const { interview_id, served } = await spoken();
  const off = stack.hear((service) => {
    if (service === 's3') throw new InjectedFault('access-denied');
  });

  const erased = (await erase(interview_id)).ok();
  off();

  expect((await recruiter.read(interview_id)).status).toBe(404);
  expect(await left(interview_id)).toContain('SESSION');
  expect(await served()).toBe(200);

  // Loaded only now: the environment is set once the stack has started.
  const { erasing } = await import('../../../shared/erasure/connect.ts');
  const { resumeErasures } = await import('../../../shared/erasure/erase.ts');
  const { connectTable } = await import('../../../shared/table/client.ts');
  const deps = erasing(connectTable(stack.names.table), stack.names.audio);
  const { finished } = await resumeErasures(deps, { at: Date.now() + 10_000 });

  expect(finished).toBeGreaterThanOrEqual(1);
  expect(await served()).toBe(404);
  expect(await left(interview_id)).toEqual(['AUDIT', 'ERASED']);
  expect((await erase(interview_id)).ok()).toEqual(erased);
});
