const rate = 8_000;
const tones = [440, 660];
const seconds = 0.45;

/** One sample, −1 to 1, with a soft rise and fall: an abrupt edge would click. */
const sample = (hertz: number, time: number) =>
  Math.sin(2 * Math.PI * hertz * time) * Math.sin((Math.PI * time) / seconds) ** 0.5 * 0.5;

/** The sound check: two short tones as a WAV file, mono, 8 kHz, 8 bit. */
export const twoTones = (): Uint8Array => {
  const perTone = rate * seconds;
  const samples = tones.flatMap((hertz) =>
    Array.from({ length: perTone }, (_, at) => 128 + 127 * sample(hertz, at / rate)),
  );
  const file = new Uint8Array(44 + samples.length);
  const view = new DataView(file.buffer);
  const write = (at: number, text: string) => file.set(new TextEncoder().encode(text), at);
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples.length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples.length, true);
  file.set(samples, 44);
  return file;
};
