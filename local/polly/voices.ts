import type { Engine, LanguageCode, VoiceId } from '@aws-sdk/client-polly';
import { ServiceError } from '../wire/service-error.ts';

export type Voice = {
  language: LanguageCode;
  engines: readonly Engine[];
  /** Languages a bilingual voice speaks besides its own. */
  alsoSpeaks: readonly LanguageCode[];
};

const [G, L, N, S] = ['generative', 'long-form', 'neural', 'standard'] as const;
const voice = (
  language: LanguageCode,
  engines: Engine[],
  alsoSpeaks: LanguageCode[] = [],
): Voice => ({
  language,
  engines,
  alsoSpeaks,
});

/**
 * Every voice that the SDK knows, with its language and the engines it can be used with, as
 * DescribeVoices gave them in September 2025 and Polly's document history added in March 2026.
 */
export const VOICES: Record<VoiceId, Voice> = {
  Hala: voice('ar-AE', [N], ['arb']),
  Zayd: voice('ar-AE', [N], ['arb']),
  Zeina: voice('arb', [S]),
  Arlet: voice('ca-ES', [N]),
  Zhiyu: voice('cmn-CN', [N, S]),
  Jitka: voice('cs-CZ', [N]),
  Gwyneth: voice('cy-GB', [S]),
  Mads: voice('da-DK', [S]),
  Naja: voice('da-DK', [S]),
  Sofie: voice('da-DK', [N]),
  Hannah: voice('de-AT', [N]),
  Sabrina: voice('de-CH', [G, N]),
  Daniel: voice('de-DE', [G, N]),
  Hans: voice('de-DE', [S]),
  Lennart: voice('de-DE', [G]),
  Marlene: voice('de-DE', [S]),
  Vicki: voice('de-DE', [G, N, S]),
  Nicole: voice('en-AU', [S]),
  Olivia: voice('en-AU', [G, N]),
  Russell: voice('en-AU', [S]),
  Amy: voice('en-GB', [G, N, S]),
  Arthur: voice('en-GB', [N]),
  Brian: voice('en-GB', [G, N, S]),
  Emma: voice('en-GB', [N, S]),
  Geraint: voice('en-GB-WLS', [S]),
  Niamh: voice('en-IE', [G, N]),
  Aditi: voice('en-IN', [S], ['hi-IN']),
  Kajal: voice('en-IN', [G, N], ['hi-IN']),
  Raveena: voice('en-IN', [S]),
  Aria: voice('en-NZ', [G, N]),
  Jasmine: voice('en-SG', [G, N]),
  Danielle: voice('en-US', [G, L, N]),
  Gregory: voice('en-US', [L, N]),
  Ivy: voice('en-US', [N, S]),
  Joanna: voice('en-US', [G, N, S]),
  Joey: voice('en-US', [N, S]),
  Justin: voice('en-US', [N, S]),
  Kendra: voice('en-US', [N, S]),
  Kevin: voice('en-US', [N]),
  Kimberly: voice('en-US', [N, S]),
  Matthew: voice('en-US', [G, N, S]),
  Ruth: voice('en-US', [G, L, N]),
  Salli: voice('en-US', [G, N, S]),
  Stephen: voice('en-US', [G, N]),
  Tiffany: voice('en-US', [G]),
  Ayanda: voice('en-ZA', [G, N]),
  Conchita: voice('es-ES', [S]),
  Enrique: voice('es-ES', [S]),
  Lucia: voice('es-ES', [G, N, S]),
  Sergio: voice('es-ES', [G, N]),
  Andres: voice('es-MX', [G, N]),
  Mia: voice('es-MX', [G, N, S]),
  Lupe: voice('es-US', [G, N, S]),
  Miguel: voice('es-US', [S]),
  Pedro: voice('es-US', [G, N]),
  Penelope: voice('es-US', [S]),
  Suvi: voice('fi-FI', [N]),
  Isabelle: voice('fr-BE', [G, N]),
  Chantal: voice('fr-CA', [S]),
  Gabrielle: voice('fr-CA', [G, N]),
  Liam: voice('fr-CA', [G, N]),
  Ambre: voice('fr-FR', [G]),
  Celine: voice('fr-FR', [G, S]),
  Florian: voice('fr-FR', [G]),
  Lea: voice('fr-FR', [G, N, S]),
  Mathieu: voice('fr-FR', [S]),
  Remi: voice('fr-FR', [G, N]),
  Dora: voice('is-IS', [S]),
  Karl: voice('is-IS', [S]),
  Adriano: voice('it-IT', [N]),
  Beatrice: voice('it-IT', [G]),
  Bianca: voice('it-IT', [G, N, S]),
  Carla: voice('it-IT', [S]),
  Giorgio: voice('it-IT', [S]),
  Lorenzo: voice('it-IT', [G]),
  Kazuha: voice('ja-JP', [N]),
  Mizuki: voice('ja-JP', [S]),
  Takumi: voice('ja-JP', [N, S]),
  Tomoko: voice('ja-JP', [N]),
  Jihye: voice('ko-KR', [N]),
  Seoyeon: voice('ko-KR', [N, S]),
  Ida: voice('nb-NO', [N]),
  Liv: voice('nb-NO', [S]),
  Lisa: voice('nl-BE', [G, N]),
  Laura: voice('nl-NL', [G, N]),
  Lotte: voice('nl-NL', [S]),
  Ruben: voice('nl-NL', [S]),
  Ewa: voice('pl-PL', [G, S]),
  Jacek: voice('pl-PL', [S]),
  Jan: voice('pl-PL', [S]),
  Maja: voice('pl-PL', [S]),
  Ola: voice('pl-PL', [G, N]),
  Camila: voice('pt-BR', [N, S]),
  Ricardo: voice('pt-BR', [S]),
  Thiago: voice('pt-BR', [N]),
  Vitoria: voice('pt-BR', [N, S]),
  Cristiano: voice('pt-PT', [S]),
  Ines: voice('pt-PT', [N, S]),
  Carmen: voice('ro-RO', [S]),
  Maxim: voice('ru-RU', [S]),
  Tatyana: voice('ru-RU', [S]),
  Astrid: voice('sv-SE', [S]),
  Elin: voice('sv-SE', [N]),
  Burcu: voice('tr-TR', [N]),
  Filiz: voice('tr-TR', [S]),
  Hiujin: voice('yue-CN', [N]),
};

export type SpokenVoice = { engine: Engine; language: LanguageCode };

/** The engine and language a request means; throws Polly's own error for a voice without them. */
export function checkVoice(request: {
  VoiceId: VoiceId;
  Engine?: Engine | undefined;
  LanguageCode?: LanguageCode | undefined;
}): SpokenVoice {
  const { language, engines, alsoSpeaks } = VOICES[request.VoiceId];
  const engine = request.Engine ?? 'standard';
  if (!engines.includes(engine)) {
    const message = `This voice does not support the selected engine: ${engine}`;
    const fields = { reason: 'fieldValidationFailed' };
    throw new ServiceError('ValidationException', message, { fields });
  }
  const spoken = request.LanguageCode ?? language;
  if (spoken !== language && !alsoSpeaks.includes(spoken)) {
    const message = `The selected voice does not support the language ${spoken}`;
    throw new ServiceError('LanguageNotSupportedException', message);
  }
  return { engine, language: spoken };
}
