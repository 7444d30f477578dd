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
import { type SpokenVoice, voiceFor } from './voices.ts';

/** The clients that synthesise speech and store it, and the bucket it is stored in. */
export interface Speaker {
  polly: PollyClient;
  s3: S3Client;
  bucket: string;
}

/** Connects to Polly and to the bucket that holds the sound; each call is tried twice at most. */
export const connectSpeaker = (bucket: string): Speaker => ({
  polly: new PollyClient({ maxAttempts: 2 }),
  s3: new S3Client({ maxAttempts: 2 }),
  bucket,
});

/** What to speak: the questions of a session in their order, and their language (BCP 47). */
export interface SpeechRequest {
  session_id: string;
  language: string;
  texts: string[];
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

const speakOne = async (
  speaker: Speaker,
  {
    voice,
    text,
    key,
    signal,
  }: { voice: SpokenVoice; text: string; key: string; signal: AbortSignal },
): Promise<Spoken> => {
  const { polly, s3, bucket } = speaker;
  const cached = cacheKey(voice, text);
  const copy = () =>
    s3.send(
      new CopyObjectCommand({ Bucket: bucket, Key: key, CopySource: `${bucket}/${cached}` }),
      { abortSignal: signal },
    );
  const spoken = { audio_url: `/${key}`, characters: 0 };
  try {
    await copy();
    return spoken;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const speech = await polly.send(
    new SynthesizeSpeechCommand({
      Text: text,
      OutputFormat: 'mp3',
      VoiceId: voice.voice_id as VoiceId,
      Engine: voice.engine,
      LanguageCode: voice.language as LanguageCode,
    }),
    { abortSignal: signal },
  );
  const Body = await speech.AudioStream?.transformToByteArray();
  if (!Body?.length) return silent;
  const stored = { Bucket: bucket, Body, ContentType: 'audio/mpeg' };
  await s3.send(new PutObjectCommand({ ...stored, Key: cached }), { abortSignal: signal });
  await copy();
  return { ...spoken, characters: speech.RequestCharacters ?? text.length };
};

/**
 * Speaks the questions of a session into the bucket, four at a time.
 * Never throws: a question whose sound cannot be created in time has none; `report` gets the error.
 * @returns one entry per text, in order
 */
export const speakQuestions = async (
  speaker: Speaker,
  { session_id, language, texts }: SpeechRequest,
  deadline: Deadline,
  report: (error: unknown) => void,
): Promise<Spoken[]> => {
  const voice = voiceFor(language);
  if (!voice) return texts.map(() => silent);
  const signal = AbortSignal.timeout(Math.max(0, deadline.at - Date.now()));
  return mapConcurrently(texts, (text, n) => {
    const key = `media/tts/q_${n}_${session_id}.mp3`;
    return speakOne(speaker, { voice, text, key, signal }).catch((error: unknown) => {
      report(error);
      return silent;
    });
  });
};
