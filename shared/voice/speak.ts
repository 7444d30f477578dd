import { createHash } from 'node:crypto';
import {
  type LanguageCode,
  PollyClient,
  SynthesizeSpeechCommand,
  type VoiceId,
} from '@aws-sdk/client-polly';
import {
  CopyObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Deadline } from '../domain/deadline.ts';
import { mapConcurrently } from '../domain/map-concurrently.ts';
import { logged } from '../http/log.ts';
import { soundKey } from './sound-key.ts';
import { type SpokenVoice, voiceFor } from './voices.ts';

/** The clients that synthesise speech and store it, and the bucket it is stored in. */
export interface Speaker {
  polly: PollyClient;
  s3: S3Client;
  bucket: string;
}

/** Connects to Polly and to the bucket that holds the sound; each call is tried twice at most. */
export const connectSpeaker = (bucket: string): Speaker => ({
  polly: logged(new PollyClient({ maxAttempts: 2 })),
  s3: logged(new S3Client({ maxAttempts: 2 })),
  bucket,
});

/** Texts to speak in one language (BCP 47), each with the key of its object: `media/tts/<name>.mp3`. */
export interface SpeechRequest {
  language: string;
  texts: readonly { name: string; text: string }[];
}

export interface Spoken {
  /** Path on the same origin; null if this question has no sound. */
  audio_url: string | null;
  /** Characters synthesised, as Polly bills them; 0 from the cache. */
  characters: number;
}

const silent: Spoken = { audio_url: null, characters: 0 };

// The voice with its language: some speak several, and a text sounds different in each.
const cacheKey = (voice: SpokenVoice, text: string) => {
  const hash = createHash('sha256').update(JSON.stringify([voice, text]));
  return `cache/${hash.digest('hex')}.mp3`;
};

const isMissing = (error: unknown) =>
  error instanceof NoSuchKey ||
  // Without permission to list the bucket, S3 returns 403 for a missing key.
  (error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0));

/** One text to speak, with everything that its sound depends on. */
interface Speech {
  voice: SpokenVoice;
  text: string;
  key: string;
  /** Where its sound is kept for others; null if nobody else needs it. */
  kept: string | null;
  signal: AbortSignal;
}

/** Copies the sound of a text from the cache. @returns null if it has never been spoken */
const copy = async (
  { s3, bucket }: Speaker,
  { key, kept, signal }: Speech,
): Promise<Spoken | null> => {
  if (!kept) return null;
  const CopySource = `${bucket}/${kept}`;
  try {
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: key, CopySource }), {
      abortSignal: signal,
    });
    return { audio_url: `/${key}`, characters: 0 };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** Has a text spoken. What Polly has answered is billed, whether or not it can be stored. */
const synthesise = async (
  speaker: Speaker,
  speech: Speech,
  report: (error: unknown) => void,
): Promise<Spoken> => {
  const { voice, text, key, kept, signal: abortSignal } = speech;
  const { AudioStream, RequestCharacters } = await speaker.polly.send(
    new SynthesizeSpeechCommand({
      Text: text,
      OutputFormat: 'mp3',
      VoiceId: voice.voice_id as VoiceId,
      Engine: voice.engine,
      LanguageCode: voice.language as LanguageCode,
    }),
    { abortSignal },
  );
  const stored = async () => {
    const Body = await AudioStream?.transformToByteArray();
    if (!Body?.length) return silent;
    const object = { Bucket: speaker.bucket, Key: kept ?? key, Body };
    const put = new PutObjectCommand({ ...object, ContentType: 'audio/mpeg' });
    await speaker.s3.send(put, { abortSignal });
    if (!kept) return { audio_url: `/${key}`, characters: 0 };
    return (await copy(speaker, speech)) ?? silent;
  };
  const made = await quietly(stored(), silent, report);
  return { ...made, characters: RequestCharacters ?? text.length };
};

/** The result of some work, or another one if it fails; `report` gets the error. */
const quietly = async <Made>(
  work: Promise<Made>,
  otherwise: Made,
  report: (error: unknown) => void,
): Promise<Made> =>
  work.catch((error: unknown) => {
    report(error);
    return otherwise;
  });

/**
 * Speaks texts into the bucket, four at a time; what has been spoken before is only copied.
 * Never throws: a text whose sound cannot be created in time has none; `report` gets the error.
 * @param alone runs what has to be paid for, one request at a time. Without it the texts are for one
 * candidate, perhaps from a résumé: the cache then keeps none of their sound, so that it can be erased
 * @returns one entry per text, in order
 */
export const speakTexts = async (
  speaker: Speaker,
  { language, texts }: SpeechRequest,
  deadline: Deadline,
  {
    report,
    alone,
  }: {
    report(error: unknown): void;
    alone?: ((work: () => Promise<Spoken[]>) => Promise<Spoken[]>) | undefined;
  },
): Promise<Spoken[]> => {
  const voice = voiceFor(language);
  if (!voice) return texts.map(() => silent);
  const signal = AbortSignal.timeout(Math.max(0, deadline.at - Date.now()));
  const all = texts.map(({ name, text }) => ({
    voice,
    text,
    key: soundKey(name),
    kept: alone ? cacheKey(voice, text) : null,
    signal,
  }));
  const known = await mapConcurrently(all, (speech) =>
    quietly<Spoken | null>(copy(speaker, speech), silent, report),
  );
  if (known.every((spoken) => spoken !== null)) return known;
  const speakMissing = () =>
    mapConcurrently(all, async (speech, n) =>
      quietly(
        known[n]
          ? Promise.resolve(known[n])
          : copy(speaker, speech).then((made) => made ?? synthesise(speaker, speech, report)),
        silent,
        report,
      ),
    );
  return quietly(
    alone ? alone(speakMissing) : speakMissing(),
    known.map((spoken) => spoken ?? silent),
    report,
  );
};
