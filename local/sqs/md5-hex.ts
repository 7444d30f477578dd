import { createHash } from 'node:crypto';

/** As SQS gives it with each body, and as the SDK checks it. */
export function md5Hex(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
