// The package has no types; this is the part of it that the speech worker uses.
declare module '@echogarden/espeak-ng-emscripten' {
  interface EspeakWorker {
    /** Hz */
    readonly samplerate: number;
    /** Zero when there is such a voice. */
    set_voice(name: string, language: string): number;
    /** Calls back with 16-bit samples, piece by piece; true stops it. Reads SSML. */
    synthesize(text: string, onAudio: (samples: Int16Array) => boolean): void;
  }
  export default function load(): Promise<{ eSpeakNGWorker: new () => EspeakWorker }>;
}
