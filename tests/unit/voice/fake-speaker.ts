import { PollyClient } from '@aws-sdk/client-polly';
import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { vi } from 'vitest';
import type { Speaker } from '../../../shared/voice/speak.ts';

interface Sent {
  name: string;
  input: Record<string, unknown>;
}

interface Command {
  input: object;
}
interface Options {
  abortSignal?: { onabort: unknown } | undefined;
}

const untilAborted = (signal: Options['abortSignal']) =>
  new Promise<never>((_, reject) => {
    if (signal) signal.onabort = () => reject(new DOMException('Too late', 'TimeoutError'));
  });

const client = { region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };

/** An error of S3 with this HTTP status. */
export const s3Error = (httpStatusCode: number, name = 'Refused') =>
  new S3ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode } });

/**
 * A speaker whose bucket is a map and whose Polly returns its text; both can be made to fail. A copy
 * of a missing object fails with `missing`.
 */
export const fakeSpeaker = (over: { missing?: Error } = {}) => {
  const bucket = new Map<string, string>();
  const sent: Sent[] = [];
  const state = {
    missing: over.missing ?? s3Error(403, 'AccessDenied'),
    /** Whether the bucket stores nothing more. */
    full: false,
    /** Called before Polly speaks; may wait or throw. */
    speak: async (_text: string): Promise<void> => undefined,
    /** Returns whether a call is never answered. */
    hangs: (_call: Sent): boolean => false,
    /** The characters that Polly bills; undefined if it does not say. */
    billed: (text: string): number | undefined => text.length,
  };
  const run = async ({ name, input }: Sent): Promise<object> => {
    if (name === 'CopyObjectCommand') {
      const found = bucket.get(String(input.CopySource).replace('sound/', ''));
      if (found === undefined) throw state.missing;
      bucket.set(String(input.Key), found);
      return {};
    }
    if (name === 'PutObjectCommand') {
      if (state.full) throw s3Error(507);
      bucket.set(String(input.Key), String(input.Body));
      return {};
    }
    const text = String(input.Text);
    await state.speak(text);
    const said = text === '' ? '' : `${input.VoiceId} in ${input.LanguageCode}: ${text}`;
    return {
      AudioStream: { transformToByteArray: async () => Buffer.from(said) },
      RequestCharacters: state.billed(text),
    };
  };
  const answer = async (command: Command, options: Options) => {
    const one = { name: command.constructor.name, input: { ...command.input } };
    sent.push(one);
    return state.hangs(one) ? untilAborted(options.abortSignal) : run(one);
  };
  const speaker: Speaker = {
    polly: new PollyClient(client),
    s3: new S3Client(client),
    bucket: 'sound',
  };
  vi.spyOn(speaker.polly, 'send').mockImplementation(answer);
  vi.spyOn(speaker.s3, 'send').mockImplementation(answer);
  const times = (name: string) => sent.filter((one) => one.name === name).length;
  return { speaker, bucket, sent, state, times };
};
