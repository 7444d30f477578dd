import { mostQuestions } from '../domain/defaults.ts';

/** The name of the nth question's sound, from 0, in a session; the contract fixes it. */
export const soundOf = (n: number, session_id: string) => `q_${n}_${session_id}`;

/** The key of a sound's object in the bucket, which is its path on the site too. */
export const soundKey = (name: string) => `media/tts/${name}.mp3`;

/** The keys of all sound that a session can have: no follow-up is spoken. */
export const soundKeysOf = (session_id: string): string[] =>
  Array.from({ length: mostQuestions }, (_, n) => soundKey(soundOf(n, session_id)));
