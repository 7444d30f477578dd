import { voiceUsd } from '../../shared/domain/cost.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { requireKit, requireVersion } from '../../shared/kits/require-kit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readKitVersion } from '../../shared/table/kit-versions.ts';
import type { readKitAlone } from '../../shared/table/kits.ts';
import type { bookSpending } from '../../shared/table/spending.ts';
import type { SpeechRequest, Spoken } from '../../shared/voice/speak.ts';
import { engineFor } from '../../shared/voice/voices.ts';

interface Deps {
  readKitAlone: Bound<typeof readKitAlone>;
  readKitVersion: Bound<typeof readKitVersion>;
  bookSpending: Bound<typeof bookSpending>;
  speak(kit_id: string | null, what: SpeechRequest, deadline: Deadline): Promise<Spoken[]>;
  now(): number;
}

/**
 * Has one question of a kit spoken. A text that was spoken before is only copied.
 * @throws AppError kit_not_found, also for a question that the version does not have
 */
export const speakQuestion = async (
  deps: Deps,
  { kit_id, version, question_id }: { kit_id: string; version: number; question_id: string },
  deadline: Deadline,
): Promise<{ audio_url: string | null }> => {
  const [found, content] = await Promise.all([
    deps.readKitAlone(kit_id),
    deps.readKitVersion(kit_id, version),
  ]);
  const kit = requireKit(found);
  const { language } = kit;
  const question = requireVersion(content).questions.find(({ id }) => id === question_id);
  if (!question) {
    throw new AppError('kit_not_found', 'The version of the interview kit has no such question');
  }
  const name = `kit_${kit.kit_id}_${version}_${question_id}`;
  const texts = [{ name, text: question.text }];
  const [spoken] = await deps.speak(kit.kit_id, { language, texts }, deadline);
  const usd = voiceUsd(spoken?.characters ?? 0, engineFor(language));
  await deps.bookSpending(usd, new Date(deps.now()).toISOString());
  return { audio_url: spoken?.audio_url ?? null };
};
