import { useEffect, useRef, useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { talaro } from '../../talaro.ts';
import type { Kit } from './kit-draft.ts';
import { languageName } from './words.ts';

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
  const [isSilent, setSilent] = useState(false);
  const { run, error, isWorking } = useActing();
  const player = useRef<HTMLAudioElement | null>(null);
  useEffect(() => () => player.current?.pause(), []);
  const play = async (question_id: string, audio: HTMLAudioElement) => {
    const { audio_url } = await talaro.speakQuestion({ kit_id, version, question_id });
    setSilent(audio_url === null);
    if (audio_url === null) return;
    audio.src = audio_url;
    audio.onpause = () => setPlaying(null);
    setPlaying(question_id);
    await audio.play().catch(() => {
      setPlaying(null);
      setSilent(true);
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
    setSilent(false);
    void run(() => play(question_id, audio));
  };
  const silent = `There is no voice for ${languageName(language)} here: candidates read this question.`;
  const waiting = isWorking && playing === null ? 'Fetching the sound.' : '';
  const said = error?.message ?? (isSilent ? silent : waiting);
  return { playing, trouble: said ? { question_id: asked, said } : null, toggle };
};
