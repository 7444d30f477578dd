// Runs in a thread of its own: synthesis blocks the thread for as long as it takes.
import { parentPort } from 'node:worker_threads';
import loadEspeak from '@echogarden/espeak-ng-emscripten';
import { createMp3Encoder } from 'wasm-media-encoders';
import type { SpeechAnswer, SpeechJob } from './speech.ts';

const { eSpeakNGWorker: EspeakWorker } = await loadEspeak();
const espeak = new EspeakWorker();
const encoder = await createMp3Encoder();

const speak = (text: string, language: string): Float32Array => {
  if (espeak.set_voice('', language) !== 0) throw new Error(`espeak-ng has no ${language}`);
  // espeak-ng reads SSML: no character of the text may be read as markup.
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const samples: number[] = [];
  espeak.synthesize(`<speak>${escaped}</speak>`, (piece) => {
    for (const sample of piece) samples.push(sample / 32_768);
    return false;
  });
  return Float32Array.from(samples);
};

const encode = (pcm: Float32Array, outputSampleRate: SpeechJob['sampleRate']): Uint8Array => {
  // Polly's MP3 is 48 kbit/s mono too.
  encoder.configure({ sampleRate: espeak.samplerate, channels: 1, bitrate: 48, outputSampleRate });
  // The encoder reuses its buffer, so each part is copied before the next is encoded.
  const parts = [Buffer.from(encoder.encode([pcm])), Buffer.from(encoder.finalize())];
  return Buffer.concat(parts);
};

parentPort?.on('message', ({ id, text, language, sampleRate }: SpeechJob & { id: number }) => {
  let answer: SpeechAnswer;
  try {
    answer = { id, mp3: encode(speak(text, language), sampleRate) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  parentPort?.postMessage(answer);
});
