// A process of its own: synthesis blocks it for as long as it takes, and its memory is given back.
import loadEspeak from '@echogarden/espeak-ng-emscripten';
import { createMp3Encoder } from 'wasm-media-encoders';
import type { SpeechAnswer, SpeechJob } from './speech.ts';

const { eSpeakNGWorker: EspeakWorker } = await loadEspeak();
const espeak = new EspeakWorker();
const encoder = await createMp3Encoder();

/**
 * Seconds of sound for one text; Polly stops too, after ten minutes. The longest question takes 100 s in
 * words, but letters of a script that the voice does not know are spelled out, each by its name.
 */
const longest = 120;

const speak = ({ text, language, sampleRate: outputSampleRate }: SpeechJob): Buffer => {
  if (espeak.set_voice('', language) !== 0) throw new Error(`espeak-ng has no ${language}`);
  // Polly's MP3 is 48 kbit/s mono too.
  encoder.configure({ sampleRate: espeak.samplerate, channels: 1, bitrate: 48, outputSampleRate });
  // espeak-ng reads SSML: no character of the text may be read as markup.
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const parts: Buffer[] = [];
  let samples = 0;
  espeak.synthesize(`<speak>${escaped}</speak>`, (piece) => {
    samples += piece.length;
    const pcm = Float32Array.from(piece, (sample) => sample / 32_768);
    // The encoder reuses its buffer, so each part is copied before the next is encoded.
    parts.push(Buffer.from(encoder.encode([pcm])));
    return samples > longest * espeak.samplerate;
  });
  parts.push(Buffer.from(encoder.finalize()));
  return Buffer.concat(parts);
};

process.on('message', ({ id, ...job }: SpeechJob & { id: number }) => {
  let answer: SpeechAnswer;
  try {
    answer = { id, mp3: speak(job) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  process.send?.(answer);
});
// Ctrl-C reaches this process too; what is being spoken is still waited for.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
