import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mapConcurrently } from '../domain/map-concurrently.ts';
import { logged } from '../http/log.ts';
import { soundKeysOf } from './sound-key.ts';

/** Deletes the spoken questions of a session from the bucket, whether or not there are any. */
export const connectSoundEraser = (Bucket: string) => {
  const s3 = logged(new S3Client({ maxAttempts: 2 }));
  return async (session_id: string): Promise<void> => {
    await mapConcurrently(soundKeysOf(session_id), (Key) =>
      s3.send(new DeleteObjectCommand({ Bucket, Key })),
    );
  };
};
