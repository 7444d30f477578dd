import { describe, expect, it, vi } from 'vitest';
import { speakQuestion } from '../../../functions/speak-question/speak-question.ts';
import { voiceUsd } from '../../../shared/domain/cost.ts';
import type { Spoken } from '../../../shared/voice/speak.ts';
import { aKit, aKitQuestion, aVersion } from '../../support/kits.ts';
import { id, inTime, openNow } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';

const kit_id = aKit().kit_id;
const question_id = aKitQuestion(2).id;
const wanted = { kit_id, version: 1, question_id };

const fakes = (spoken: Spoken[], over: { language?: string } = {}) => ({
  readKitAlone: vi.fn(async (of: string) => (of === kit_id ? aKit(over) : null)),
  readKitVersion: vi.fn(async (_of: string, version: number) =>
    version === 1 ? aVersion(1) : null,
  ),
  bookSpending: vi.fn(async (..._: unknown[]): Promise<void> => undefined),
  speak: vi.fn(async (..._: unknown[]) => spoken),
  now: () => openNow,
});

describe('having a question spoken', () => {
  it('speaks its text in the kit’s language, under a name of its own', async () => {
    const audio_url = '/media/tts/kit.mp3';
    const deps = fakes([{ audio_url, characters: 11 }], { language: 'de-DE' });

    expect(await speakQuestion(deps, wanted, inTime)).toEqual({ audio_url });

    const name = `kit_${kit_id}_1_${question_id}`;
    const texts = [{ name, text: 'Question 2?' }];
    expect(deps.speak.mock.calls).toEqual([[kit_id, { language: 'de-DE', texts }, inTime]]);
  });

  it.each([11, 0])('books what it cost: %d characters', async (characters) => {
    const deps = fakes([{ audio_url: '/media/tts/kit.mp3', characters }]);

    await speakQuestion(deps, wanted, inTime);

    expect(deps.bookSpending).toHaveBeenCalledExactlyOnceWith(
      voiceUsd(characters, 'standard'),
      '2026-11-23T10:05:00.000Z',
    );
  });

  it.each([[[{ audio_url: null, characters: 0 }]], [[]]])(
    'is null where there is no voice: %j',
    async (spoken) => {
      const deps = fakes(spoken);

      expect(await speakQuestion(deps, wanted, inTime)).toEqual({ audio_url: null });
    },
  );

  it.each([
    ['kit', { kit_id: id(301) }],
    ['version', { version: 2 }],
    ['question', { question_id: id(1) }],
  ])('is refused if there is no such %s, and nothing is spoken', async (_name, over) => {
    const deps = fakes([]);

    expect(await codeOf(speakQuestion(deps, { ...wanted, ...over }, inTime))).toBe('kit_not_found');
    expect(deps.speak).not.toHaveBeenCalled();
    expect(deps.bookSpending).not.toHaveBeenCalled();
  });
});
