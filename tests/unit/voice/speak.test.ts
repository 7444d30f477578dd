import { NoSuchKey } from '@aws-sdk/client-s3';
import { describe, expect, it, vi } from 'vitest';
import { soundOf } from '../../../shared/voice/sound-key.ts';
import { type Spoken, speakTexts } from '../../../shared/voice/speak.ts';
import { fakeSpeaker, s3Error } from './fake-speaker.ts';

type Fake = ReturnType<typeof fakeSpeaker>;

const soon = () => ({ at: Date.now() + 20_000 });
const silent = { audio_url: null, characters: 0 };

/** Speaks the questions of a session; `alone` is what the paid part waits for. */
const speak = async (
  fake: Fake,
  texts: string[],
  {
    language = 'en-US',
    session_id = 's-1',
    deadline = soon(),
    alone = async (work: () => Promise<Spoken[]>) => work(),
  } = {},
) => {
  const report = vi.fn();
  const paid = vi.fn(alone);
  const named = texts.map((text, n) => ({ name: soundOf(n, session_id), text }));
  const asked = { language, texts: named };
  const spoken = await speakTexts(fake.speaker, asked, deadline, { report, alone: paid });
  return { spoken, report, paid };
};
const keptIn = ({ bucket }: Fake, folder: string) =>
  [...bucket.keys()].filter((key) => key.startsWith(folder));

describe('the questions of a session', () => {
  it('are spoken in order, each with a sound of its own', async () => {
    const fake = fakeSpeaker();

    const { spoken, report } = await speak(fake, ['One?', 'Number two?']);

    expect(spoken).toEqual([
      { audio_url: '/media/tts/q_0_s-1.mp3', characters: 4 },
      { audio_url: '/media/tts/q_1_s-1.mp3', characters: 11 },
    ]);
    expect(fake.bucket.get('media/tts/q_1_s-1.mp3')).toBe('Joanna in en-US: Number two?');
    expect(report).not.toHaveBeenCalled();
  });

  it('are counted as Polly bills them, or by their length if it does not say', async () => {
    const fake = fakeSpeaker();
    fake.state.billed = (text) => (text === 'One?' ? 3 : undefined);

    const { spoken } = await speak(fake, ['One?', 'Two?']);

    expect(spoken.map(({ characters }) => characters)).toEqual([3, 4]);
  });

  it('are spoken at most four at a time', async () => {
    const fake = fakeSpeaker();
    let now = 0;
    let most = 0;
    fake.state.speak = async () => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
    };

    await speak(
      fake,
      Array.from({ length: 11 }, (_, n) => `Question ${n}?`),
    );

    expect(most).toBe(4);
    expect(fake.times('SynthesizeSpeechCommand')).toBe(11);
  });

  it('have no sound in a language without a voice, and no service is called', async () => {
    const fake = fakeSpeaker();

    const { spoken, report } = await speak(fake, ['Ein?', 'Twa?'], { language: 'fy-NL' });

    expect(spoken).toEqual([silent, silent]);
    expect(fake.sent).toEqual([]);
    expect(report).not.toHaveBeenCalled();
  });
});

describe('a text that was spoken before', () => {
  it('is copied for another session, and costs nothing', async () => {
    const fake = fakeSpeaker();
    await speak(fake, ['One?']);

    const { spoken } = await speak(fake, ['One?'], { session_id: 's-2' });

    expect(spoken).toEqual([{ audio_url: '/media/tts/q_0_s-2.mp3', characters: 0 }]);
    expect(fake.bucket.get('media/tts/q_0_s-2.mp3')).toBe('Joanna in en-US: One?');
    expect(fake.times('SynthesizeSpeechCommand')).toBe(1);
  });

  it('is spoken again in another language of the same voice', async () => {
    const fake = fakeSpeaker();
    await speak(fake, ['API?'], { language: 'en-IN' });

    await speak(fake, ['API?'], { language: 'hi-IN', session_id: 's-2' });

    expect(fake.bucket.get('media/tts/q_0_s-1.mp3')).toBe('Aditi in en-IN: API?');
    expect(fake.bucket.get('media/tts/q_0_s-2.mp3')).toBe('Aditi in hi-IN: API?');
    expect(keptIn(fake, 'cache/')).toHaveLength(2);
  });

  it('is spoken again by another voice, and another text by the same', async () => {
    const fake = fakeSpeaker();

    await speak(fake, ['One?', 'Two?']);
    await speak(fake, ['One?'], { language: 'en-GB' });

    expect(keptIn(fake, 'cache/')).toHaveLength(3);
  });
});

describe('texts for one candidate', () => {
  it('are spoken into their own objects, and the cache keeps none of them', async () => {
    const fake = fakeSpeaker();
    const texts = [{ name: soundOf(1, 's-1'), text: 'You write of orders. Two?' }];
    const asked = { language: 'en-US', texts };

    const spoken = await speakTexts(fake.speaker, asked, soon(), { report: vi.fn() });

    expect(spoken).toEqual([{ audio_url: '/media/tts/q_1_s-1.mp3', characters: 25 }]);
    expect([...fake.bucket]).toEqual([
      ['media/tts/q_1_s-1.mp3', 'Joanna in en-US: You write of orders. Two?'],
    ]);
  });
});

describe('what has to be paid for', () => {
  it('is spoken by one request at a time, and what is known is only copied', async () => {
    const fake = fakeSpeaker();
    const first = await speak(fake, ['One?']);

    const second = await speak(fake, ['One?'], { session_id: 's-2' });
    const third = await speak(fake, ['One?', 'Two?'], { session_id: 's-3' });

    expect([first, second, third].map(({ paid }) => paid.mock.calls.length)).toEqual([1, 0, 1]);
    expect(third.spoken.map(({ characters }) => characters)).toEqual([0, 4]);
    expect(fake.times('SynthesizeSpeechCommand')).toBe(2);
  });

  it('is copied if another request has spoken it by the time that it is this one’s turn', async () => {
    const fake = fakeSpeaker();

    const { spoken } = await speak(fake, ['One?', 'Two?'], {
      alone: async (work) => {
        await speak(fake, ['Two?'], { session_id: 's-2' });
        return work();
      },
    });

    expect(spoken).toEqual([
      { audio_url: '/media/tts/q_0_s-1.mp3', characters: 4 },
      { audio_url: '/media/tts/q_1_s-1.mp3', characters: 0 },
    ]);
    expect(fake.times('SynthesizeSpeechCommand')).toBe(2);
  });

  it('is left out if its turn does not come, and what is known is there all the same', async () => {
    const fake = fakeSpeaker();
    await speak(fake, ['One?']);
    const busy = new Error('Others are speaking');

    const { spoken, report } = await speak(fake, ['One?', 'Two?'], {
      session_id: 's-2',
      alone: async () => {
        throw busy;
      },
    });

    expect(spoken).toEqual([{ audio_url: '/media/tts/q_0_s-2.mp3', characters: 0 }, silent]);
    expect(report).toHaveBeenCalledExactlyOnceWith(busy);
  });
});

describe('a text that is not in the cache', () => {
  it.each([
    ['403, from a bucket that may not be listed', s3Error(403, 'AccessDenied')],
    ['404', s3Error(404, 'NotFound')],
    ['NoSuchKey', new NoSuchKey({ message: '', $metadata: {} })],
  ])('is spoken if the copy fails with %s', async (_answer, missing) => {
    const { spoken, report } = await speak(fakeSpeaker({ missing }), ['One?']);

    expect(spoken).toEqual([{ audio_url: '/media/tts/q_0_s-1.mp3', characters: 4 }]);
    expect(report).not.toHaveBeenCalled();
  });

  it.each([
    ['500', s3Error(500, 'InternalError')],
    ['400', s3Error(400, 'InvalidRequest')],
    ['no answer', new Error('socket hang up')],
  ])('is not spoken if the copy fails with %s', async (_answer, missing) => {
    const fake = fakeSpeaker({ missing });

    const { spoken, report } = await speak(fake, ['One?']);

    expect(spoken).toEqual([silent]);
    expect(report).toHaveBeenCalledExactlyOnceWith(missing);
    expect(fake.times('SynthesizeSpeechCommand')).toBe(0);
  });
});

describe('a question whose sound cannot be made', () => {
  it('has none, the others have theirs, and the reason is reported', async () => {
    const fake = fakeSpeaker();
    const failure = new Error('Polly is down');
    fake.state.speak = async (text) => {
      if (text === 'Two?') throw failure;
    };

    const { spoken, report } = await speak(fake, ['One?', 'Two?', 'Three?']);

    expect(spoken.map(({ audio_url }) => audio_url)).toEqual([
      '/media/tts/q_0_s-1.mp3',
      null,
      '/media/tts/q_2_s-1.mp3',
    ]);
    expect(report).toHaveBeenCalledExactlyOnceWith(failure);
  });

  it('is billed all the same once Polly has spoken it', async () => {
    const fake = fakeSpeaker();
    fake.state.full = true;

    const { spoken, report } = await speak(fake, ['One?']);

    expect(spoken).toEqual([{ audio_url: null, characters: 4 }]);
    expect(report).toHaveBeenCalledOnce();
  });

  it('has none if Polly returns silence, and none is stored', async () => {
    const fake = fakeSpeaker();

    const { spoken } = await speak(fake, ['']);

    expect(spoken).toEqual([silent]);
    expect(fake.bucket.size).toBe(0);
  });

  it.each(['CopyObjectCommand', 'SynthesizeSpeechCommand'])(
    'has none if %s is not answered before the deadline',
    async (name) => {
      const fake = fakeSpeaker();
      fake.state.hangs = (call) => call.name === name;

      const { spoken, report } = await speak(fake, ['One?'], { deadline: { at: Date.now() - 1 } });

      expect(spoken).toEqual([silent]);
      expect(report).toHaveBeenCalledOnce();
    },
  );
});
