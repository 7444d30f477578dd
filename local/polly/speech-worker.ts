// Runs in a thread of its own: synthesis holds the thread for as long as it takes.
import { parentPort } from 'node:worker_threads';
import loadEspeak from '@echogarden/espeak-ng-emscripten';
import { createMp3Encoder } from 'wasm-media-encoders';
import type { SpeechAnswer, SpeechJob } from './speech.ts';

const { eSpeakNGWorker: EspeakWorker } = await loadEspeak();
const espeak = new EspeakWorker();
const encoder = await createMp3Encoder();

parentPort?.on('message', ({ id, ssml, language, sampleRate }: SpeechJob & { id: number }) => {
  let answer: SpeechAnswer;
  try {
    answer = { id, mp3: encode(speak(ssml, language), sampleRate) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  parentPort?.postMessage(answer);
});

function speak(ssml: string, language: string): Float32Array {
  if (espeak.set_voice('', language) !== 0) throw new Error(`espeak-ng has no ${language}`);
  const pieces: Int16Array[] = [];
  espeak.synthesize(ssml, (samples) => {
    pieces.push(samples);
    return false;
  });
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const pcm = new Float32Array(length);
  let position = 0;
  for (const piece of pieces) {
    for (const sample of piece) pcm[position++] = sample / 32_768;
  }
  return pcm;
}

function encode(pcm: Float32Array, outputSampleRate: SpeechJob['sampleRate']): Uint8Array {
  // Polly's MP3 is 48 kbit/s mono too.
  encoder.configure({ sampleRate: espeak.samplerate, channels: 1, bitrate: 48, outputSampleRate });
  // The encoder reuses its buffer, so each part is copied out before the next is made.
  const parts = [Buffer.from(encoder.encode([pcm])), Buffer.from(encoder.finalize())];
  return Buffer.concat(parts);
}
