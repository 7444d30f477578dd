import type { Engine, LanguageCode, VoiceId } from '@aws-sdk/client-polly';
import { ServiceError } from '../wire/service-error.ts';

const letters: Record<Engine, string> = {
  generative: 'G',
  'long-form': 'L',
  neural: 'N',
  standard: 'S',
};

/**
 * By Polly's language: the nearest language of espeak-ng, and the voices with their engines, as
 * DescribeVoices listed them in September 2025 and Polly's document history added in March 2026.
 * A bilingual voice appears under its own language first.
 */
const languages: Record<LanguageCode, readonly [espeak: string, voices: string]> = {
  'ar-AE': ['ar', 'Hala:N Zayd:N'],
  arb: ['ar', 'Zeina:S Hala:N Zayd:N'],
  'ca-ES': ['ca', 'Arlet:N'],
  'cmn-CN': ['cmn', 'Zhiyu:NS'],
  'cs-CZ': ['cs', 'Jitka:N'],
  'cy-GB': ['cy', 'Gwyneth:S'],
  'da-DK': ['da', 'Mads:S Naja:S Sofie:N'],
  'de-AT': ['de', 'Hannah:N'],
  'de-CH': ['de', 'Sabrina:GN'],
  'de-DE': ['de', 'Daniel:GN Hans:S Lennart:G Marlene:S Vicki:GNS'],
  'en-AU': ['en-gb', 'Nicole:S Olivia:GN Russell:S'],
  'en-GB': ['en-gb', 'Amy:GNS Arthur:N Brian:GNS Emma:NS'],
  'en-GB-WLS': ['en-gb', 'Geraint:S'],
  'en-IE': ['en-gb', 'Niamh:GN'],
  'en-IN': ['en-gb', 'Aditi:S Kajal:GN Raveena:S'],
  'en-NZ': ['en-gb', 'Aria:GN'],
  'en-SG': ['en-gb', 'Jasmine:GN'],
  'en-US': [
    'en-us',
    'Danielle:GLN Gregory:LN Ivy:NS Joanna:GNS Joey:NS Justin:NS Kendra:NS Kevin:N Kimberly:NS Matthew:GNS Ruth:GLN Salli:GNS Stephen:GN Tiffany:G',
  ],
  'en-ZA': ['en-gb', 'Ayanda:GN'],
  'es-ES': ['es', 'Conchita:S Enrique:S Lucia:GNS Sergio:GN'],
  'es-MX': ['es-419', 'Andres:GN Mia:GNS'],
  'es-US': ['es-419', 'Lupe:GNS Miguel:S Pedro:GN Penelope:S'],
  'fi-FI': ['fi', 'Suvi:N'],
  'fr-BE': ['fr-be', 'Isabelle:GN'],
  'fr-CA': ['fr-fr', 'Chantal:S Gabrielle:GN Liam:GN'],
  'fr-FR': ['fr-fr', 'Ambre:G Celine:GS Florian:G Lea:GNS Mathieu:S Remi:GN'],
  'hi-IN': ['hi', 'Aditi:S Kajal:GN'],
  'is-IS': ['is', 'Dora:S Karl:S'],
  'it-IT': ['it', 'Adriano:N Beatrice:G Bianca:GNS Carla:S Giorgio:S Lorenzo:G'],
  'ja-JP': ['ja', 'Kazuha:N Mizuki:S Takumi:NS Tomoko:N'],
  'ko-KR': ['ko', 'Jihye:N Seoyeon:NS'],
  'nb-NO': ['nb', 'Ida:N Liv:S'],
  'nl-BE': ['nl', 'Lisa:GN'],
  'nl-NL': ['nl', 'Laura:GN Lotte:S Ruben:S'],
  'pl-PL': ['pl', 'Ewa:GS Jacek:S Jan:S Maja:S Ola:GN'],
  'pt-BR': ['pt-br', 'Camila:NS Ricardo:S Thiago:N Vitoria:NS'],
  'pt-PT': ['pt', 'Cristiano:S Ines:NS'],
  'ro-RO': ['ro', 'Carmen:S'],
  'ru-RU': ['ru', 'Maxim:S Tatyana:S'],
  'sv-SE': ['sv', 'Astrid:S Elin:N'],
  'tr-TR': ['tr', 'Burcu:N Filiz:S'],
  'yue-CN': ['yue', 'Hiujin:N'],
};

/**
 * The name that espeak-ng gives to the language in which a request is spoken.
 * @throws ServiceError, Polly's own, for a voice without that engine or language
 */
export const spokenLanguage = (request: {
  VoiceId: VoiceId;
  Engine: Engine;
  LanguageCode?: LanguageCode | undefined;
}): string => {
  const { VoiceId, Engine, LanguageCode } = request;
  const spoken = Object.entries(languages).flatMap(([language, [espeak, voices]]) => {
    const engines = new RegExp(`\\b${VoiceId}:(\\w+)`).exec(voices)?.[1];
    return engines ? [{ language, espeak, engines }] : [];
  });
  if (!spoken[0]?.engines.includes(letters[Engine])) {
    const message = `This voice does not support the selected engine: ${Engine}`;
    const fields = { reason: 'fieldValidationFailed' };
    throw new ServiceError('ValidationException', message, { fields });
  }
  const found = LanguageCode ? spoken.find(({ language }) => language === LanguageCode) : spoken[0];
  if (!found) {
    const message = `The selected voice does not support the language ${LanguageCode}`;
    throw new ServiceError('LanguageNotSupportedException', message);
  }
  return found.espeak;
};
