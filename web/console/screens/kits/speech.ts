import { useEffect, useRef, useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { languageTitle } from '../../job-words.ts';
import { talaro } from '../../talaro.ts';
import type { Kit } from './kit-draft.ts';

/** The one player of a kit. */
export interface Speech {
  /** The question that is being read out. */
  playing: string | null;
  /** What is to be said about a question that is not heard. */
  trouble: { question_id: string; said: string } | null;
  /** Reads a question out from the beginning, or holds the one that is being read. */
  toggle(question_id: string): void;
}

/** Has the questions of a stored version read out, as candidates hear them. */
export const useSpeech = ({ kit_id, version, language }: Kit): Speech => {
  const [playing, setPlaying] = useState<string | null>(null);
  const [asked, setAsked] = useState('');
  const [silence, setSilence] = useState<'' | 'voiceless' | 'unplayable'>('');
  const { run, error, isWorking } = useActing();
  const player = useRef<HTMLAudioElement | null>(null);
  useEffect(
    () => () => {
      player.current?.pause();
      player.current = null;
    },
    [],
  );
  const play = async (question_id: string, audio: HTMLAudioElement) => {
    const { audio_url } = await talaro.speakQuestion({ kit_id, version, question_id });
    if (audio_url === null) return setSilence('voiceless');
    // The kit was left in the meantime.
    if (player.current !== audio) return;
    audio.src = audio_url;
    audio.onpause = () => setPlaying(null);
    setPlaying(question_id);
    await audio.play().catch((cause: unknown) => {
      setPlaying(null);
      // Held before it began.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) setSilence('unplayable');
    });
  };
  const toggle = (question_id: string) => {
    if (isWorking) return;
    player.current ??= new Audio();
    const audio = player.current;
    const wasPlaying = playing === question_id;
    audio.pause();
    if (wasPlaying) return;
    setAsked(question_id);
    setSilence('');
    void run(() => play(question_id, audio));
  };
  const reasons = {
    '': isWorking && playing === null ? 'Fetching the sound.' : '',
    voiceless: `There is no voice for ${languageTitle(language)} here: candidates read this question.`,
    unplayable: 'The sound could not be played.',
  };
  const said = error?.message ?? reasons[silence];
  return { playing, trouble: said ? { question_id: asked, said } : null, toggle };
};
