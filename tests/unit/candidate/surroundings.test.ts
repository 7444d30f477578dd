import { afterEach, describe, expect, test, vi } from 'vitest';
import { call } from '../../../web/candidate/api/call.ts';
import { type Device, deviceIn } from '../../../web/candidate/runner/device.ts';
import { durableIn } from '../../../web/candidate/runner/durable.ts';
import { playerOn } from '../../../web/candidate/runner/player.ts';
import { run } from '../../../web/candidate/runner/run.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a call', () => {
  const answerWith = (response: () => Response | Promise<Response>) => {
    const fetched = vi.fn(async (_url: string, _init: RequestInit) => response());
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };
  const body = { link_token: 'token' };

  test('has the token in its body and nowhere else', async () => {
    const fetched = answerWith(() => Response.json({}));

    await call('open', body);

    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('/api/ai-interview/public/open/');
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"link_token":"token"}',
      credentials: 'omit',
    });
  });

  test.each([500, 502, 503, 504, 429, 408])(
    'answered by %i is worth another attempt',
    async (status) => {
      answerWith(() => new Response('<html>', { status, headers: { 'retry-after': '7' } }));

      expect(await call('open', body)).toEqual({ type: 'unreachable', after: 7_000 });
    },
  );

  test.each([400, 401, 403, 409])('answered by %i is a refusal', async (status) => {
    answerWith(() => Response.json({ code: 'link_invalid' }, { status }));

    expect(await call('open', body)).toEqual({
      type: 'refused',
      body: { code: 'link_invalid' },
    });
  });

  test('for help that is too much is a refusal, since another attempt is no use', async () => {
    answerWith(() => Response.json({ code: 'too_many_requests' }, { status: 429 }));

    expect(await call('help', body)).toMatchObject({ type: 'refused' });
  });

  test('answered by something other than JSON counts as unanswered', async () => {
    answerWith(() => new Response('<html>', { status: 200 }));

    expect(await call('open', body)).toEqual({ type: 'unreachable', after: 0 });
  });

  test('without a network counts as unanswered', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));

    expect(await call('open', body)).toEqual({ type: 'unreachable', after: 0 });
  });

  test('that hangs is abandoned after 35 seconds', async () => {
    vi.useFakeTimers();
    // The browser's own timer, on the clock of this test.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), ms);
      return abort.signal;
    });
    vi.stubGlobal(
      'fetch',
      (_url: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason)),
        ),
    );
    const outcome = call('submit', body);
    await vi.advanceTimersByTimeAsync(35_000);

    expect(await outcome).toEqual({ type: 'unreachable', after: 0 });
  });

  test('outlives the page when it is left, unless it is too large for that', async () => {
    const fetched = answerWith(() => Response.json({}));

    await call('draft', { ...body, text: 'x' }, true);
    await call('draft', { ...body, text: '字'.repeat(21_000) }, true);
    await call('draft', { ...body, text: 'x' });

    expect(fetched.mock.calls.map(([, init]) => init.keepalive)).toEqual([true, false, false]);
  });
});

describe('the device', () => {
  const memory = () => {
    const items: Record<string, string> = {};
    // Like the real one, it lists its keys as its own properties.
    return Object.assign(items, {
      getItem: (key: string) => items[key] ?? null,
      setItem: (key: string, value: string) => {
        items[key] = value;
      },
      removeItem: (key: string) => void delete items[key],
    }) as unknown as Storage;
  };
  const draft = { question_id: 'q1', text: 'Mine', version: 3, sent: 1 };
  const typed = { question_id: 'q1', text: 'Not sent' };
  const draftOf = async (device: Device, id: string) => (await device.stored(id)).kept;
  const unsentOf = async (device: Device, id: string) => (await device.stored(id)).unsent;

  /** A durable store in memory; `contents` is what survives a killed browser. */
  const place = () => {
    const contents = new Map<string, unknown>();
    return {
      contents,
      put: (key: string, value: unknown) => void contents.set(key, value),
      get: async (key: string) => contents.get(key),
      remove: (key: string) => void contents.delete(key),
    };
  };

  test('returns a draft to its own interview only, until it is forgotten', async () => {
    const storage = memory();
    const device = deviceIn(() => storage, place());
    device.keepDraft('one', draft);

    expect(await draftOf(device, 'one')).toMatchObject(draft);
    expect(await draftOf(device, 'two')).toBeNull();
    device.forgetDraft('one');
    expect(await draftOf(device, 'one')).toBeNull();
  });

  test('writes the newest draft to the durable store twice a second, however fast one types', () => {
    vi.useFakeTimers();
    const durable = place();
    const put = vi.spyOn(durable, 'put');
    const storage = memory();
    const device = deviceIn(() => storage, durable);

    for (let version = 1; version <= 20; version++) {
      device.keepDraft('one', { ...draft, version });
      vi.advanceTimersByTime(100);
    }

    expect(put).toHaveBeenCalledTimes(4);
    expect(durable.contents.get('one')).toMatchObject({ version: 20 });
  });

  test('prefers the durable draft after the browser was killed', async () => {
    const durable = place();
    durable.put('one', { ...draft, version: 9 });
    const storage = memory();
    storage.setItem('talaro/one', JSON.stringify(draft));

    expect(
      await draftOf(
        deviceIn(() => storage, durable),
        'one',
      ),
    ).toMatchObject({ version: 9 });
  });

  test('prefers the draft that was stored last, whatever its version', async () => {
    const [storage, durable] = [memory(), place()];
    // Of an earlier page, which counted keystrokes.
    durable.put('one', { ...draft, version: 300 });
    const device = deviceIn(() => storage, durable);
    device.keepDraft('one', { ...draft, version: 2 });

    expect(await draftOf(device, 'one')).toMatchObject({ version: 2 });
    durable.put('one', { ...draft, version: 1, at: Date.now() + 1 });
    expect(await draftOf(device, 'one')).toMatchObject({ version: 1 });
  });

  test('keeps texts that were set aside, apart from the draft that is forgotten', async () => {
    const storage = memory();
    const device = deviceIn(() => storage, place());
    device.keepDraft('one', draft);
    device.setAside('one', [typed]);

    device.forgetDraft('one');

    expect(await device.stored('one')).toEqual({ kept: null, unsent: [typed] });
    expect(await unsentOf(device, 'two')).toEqual([]);
  });

  test('still has them in the durable store after the browser was killed', async () => {
    const durable = place();
    deviceIn(memory, durable).setAside('one', [typed]);

    expect(await unsentOf(deviceIn(memory, durable), 'one')).toEqual([typed]);
  });

  test.each([
    [29, [typed]],
    [31, []],
  ])('%i days after the last visit has of them %j, whoever opens a link', async (days, left) => {
    vi.useFakeTimers();
    const [storage, durable] = [memory(), place()];
    deviceIn(() => storage, durable).setAside('one', [typed]);
    vi.setSystemTime(Date.now() + days * 24 * 3_600_000);

    const device = deviceIn(() => storage, durable);

    expect(await unsentOf(device, 'one')).toEqual(left);
    expect(durable.contents.size).toBe(left.length);
  });

  test('does not bring back a draft that was forgotten while it was on its way', () => {
    vi.useFakeTimers();
    const durable = place();
    const device = deviceIn(memory, durable);

    device.keepDraft('one', draft);
    device.forgetDraft('one');
    vi.advanceTimersByTime(10_000);

    expect(durable.contents.size).toBe(0);
  });

  test('reports when it stores nothing, and breaks nothing', async () => {
    const device = deviceIn(() => {
      throw new DOMException('denied', 'SecurityError');
    }, place());

    expect(device.keepDraft('one', draft)).toBe(false);
    device.forgetDraft('one');
    expect(device.setAside('one', [typed])).toBe(false);
    // From the durable store, which is refused apart from this.
    expect(await device.stored('one')).toEqual({ kept: null, unsent: [typed] });
    expect(device.read('sound')).toBeNull();
  });

  test('ignores what is not JSON', () => {
    const storage = memory();
    storage.setItem('talaro/sound', '{');

    expect(deviceIn(() => storage, place()).read('sound')).toBeNull();
  });

  test.each([
    [
      'throws',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['is missing', () => undefined as unknown as IDBFactory],
    [
      'refuses',
      () => {
        const request = {} as IDBOpenDBRequest;
        queueMicrotask(() => request.onerror?.(new Event('error')));
        return { open: () => request } as unknown as IDBFactory;
      },
    ],
  ])(
    'with an IndexedDB that %s has no durable store, and breaks nothing',
    async (_how, factory) => {
      const uncaught = vi.fn();
      process.on('unhandledRejection', uncaught);
      const durable = durableIn(factory);
      // Long before the first use.
      await settle();

      durable.put('one', draft);
      durable.remove('one');

      expect(await durable.get('one')).toBeNull();
      expect(uncaught).not.toHaveBeenCalled();
      process.off('unhandledRejection', uncaught);
    },
  );
});

test('an IndexedDB that never answers is waited for a second, then does without it', async () => {
  vi.useFakeTimers();
  const durable = durableIn(() => ({ open: () => ({}) }) as unknown as IDBFactory);

  const stored = durable.get('one');
  await vi.advanceTimersByTimeAsync(1_000);

  expect(await stored).toBeNull();
  expect(await durable.get('one')).toBeNull();
});

test.each(['link_replaced', 'link_invalid', 'interview_cancelled'] as const)(
  'a page whose link is refused (%s) shows what the device has',
  async (code) => {
    const kept = { question_id: 'q1', text: 'Mine', version: 3, sent: 1 };
    const draw = vi.fn();

    run({
      token: 'token',
      call: async () => ({ type: 'refused', body: { code } }),
      device: { read: () => null, stored: async () => ({ kept, unsent: [] }) } as unknown as Device,
      player: { play: () => {}, pause: () => {} },
      tab: { hold: () => {}, release: () => {} },
      translate: () => {},
      now: () => 0,
      draw,
    });
    await settle();

    expect(draw.mock.lastCall?.[0].writing).toMatchObject(kept);
  },
);

describe('the player', () => {
  const audioThat = (play: () => Promise<void>) => {
    const audio = new EventTarget() as HTMLAudioElement;
    return Object.assign(audio, {
      src: '',
      currentTime: 5,
      playbackRate: 1,
      ended: false,
      play: vi.fn(play),
      pause: () => void audio.dispatchEvent(new Event('pause')),
    });
  };
  const listen = (audio: HTMLAudioElement) => {
    const heard: string[] = [];
    const player = playerOn(audio, (status, url) => heard.push(`${status} ${url}`));
    return { heard, player };
  };

  test('reports what the sound really does', async () => {
    const audio = audioThat(async () => {});
    const { heard, player } = listen(audio);

    player.play({ url: '/a.mp3', rate: 1, restart: true });
    audio.dispatchEvent(new Event('playing'));
    player.pause();
    audio.dispatchEvent(new Event('ended'));
    await settle();

    expect(heard).toEqual(['playing /a.mp3', 'paused /a.mp3', 'ended /a.mp3']);
  });

  test.each([
    ['NotAllowedError', ['blocked /a.mp3']],
    ['NotSupportedError', ['failed /a.mp3']],
    ['AbortError', []],
  ])('reports %s as %j', async (name, said) => {
    const { heard, player } = listen(audioThat(() => Promise.reject(new DOMException('no', name))));

    player.play({ url: '/a.mp3', rate: 1, restart: true });
    await settle();

    expect(heard).toEqual(said);
  });

  test('starts to play while the click is still being handled', () => {
    const audio = audioThat(async () => {});
    const { player } = listen(audio);

    player.play({ url: '/a.mp3', rate: 1.25, restart: true });

    expect(audio.play).toHaveBeenCalledOnce();
    expect([audio.src, audio.playbackRate]).toEqual(['/a.mp3', 1.25]);
  });

  test('reports nothing before it is used', () => {
    const audio = audioThat(async () => {});
    const { heard, player } = listen(audio);

    player.pause();

    expect(heard).toEqual([]);
  });
});
