// MPEG audio, layer III: kbit/s by the index in the header, for MPEG-1 and for MPEG-2 and 2.5.
const bitrates1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitrates2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const sampleRates = [44_100, 48_000, 32_000];

interface Mp3 {
  seconds: number;
  sampleRate: number;
  frames: number;
}

/** Walks an MP3 frame by frame; throws if a frame header is missing. */
export const readMp3 = (data: Uint8Array): Mp3 => {
  let position = 0;
  let frames = 0;
  let seconds = 0;
  let sampleRate = 0;
  while (position < data.length) {
    const [sync = 0, kind = 0, rates = 0] = data.subarray(position, position + 3);
    const version = (kind >> 3) & 3;
    const isLayer3 = sync === 0xff && kind >> 5 === 7 && ((kind >> 1) & 3) === 1;
    const isMpeg1 = version === 3;
    const kilobits = (isMpeg1 ? bitrates1 : bitrates2)[(rates >> 4) - 1];
    const fullRate = sampleRates[(rates >> 2) & 3];
    if (!isLayer3 || version === 1 || kilobits === undefined || fullRate === undefined) {
      throw new Error(`no MP3 frame at byte ${position}`);
    }
    sampleRate = fullRate / (isMpeg1 ? 1 : version === 2 ? 2 : 4);
    const samples = isMpeg1 ? 1152 : 576;
    const padding = (rates >> 1) & 1;
    position += Math.floor(((samples / 8) * kilobits * 1000) / sampleRate) + padding;
    frames += 1;
    seconds += samples / sampleRate;
  }
  return { seconds, sampleRate, frames };
};
