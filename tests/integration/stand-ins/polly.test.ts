import {
  type Engine,
  LanguageNotSupportedException,
  PollyClient,
  ServiceFailureException,
  SynthesizeSpeechCommand,
  type SynthesizeSpeechCommandInput,
  TextLengthExceededException,
  ThrottlingException,
  ValidationException,
  type VoiceId,
} from '@aws-sdk/client-polly';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPolly } from '../../../local/polly/polly.ts';
import { spokenLanguage } from '../../../local/polly/voices.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import type { WireServer } from '../../../local/wire/h2c-server.ts';
import { voiceFor } from '../../../shared/voice/voices.ts';
import { clientDefaults } from './credentials.ts';
import { readMp3 } from './mp3.ts';
import { refusalOf } from './refusal.ts';

describe('the voice', () => {
  let polly: WireServer;
  let client: PollyClient;
  let onRequest: OnRequest;
  beforeAll(async () => {
    polly = await startPolly({ onRequest: (...call) => onRequest(...call) });
    client = new PollyClient({ ...clientDefaults, endpoint: polly.endpoint });
    onRequest = () => {};
    await speak('Warm up.');
  });
  beforeEach(() => {
    onRequest = () => {};
  });
  afterAll(async () => {
    client.destroy();
    await polly.close();
  });

  const base = { OutputFormat: 'mp3', VoiceId: 'Joanna', Engine: 'neural' } as const;
  const send = (Text: string, about: Partial<SynthesizeSpeechCommandInput> = {}) =>
    client.send(new SynthesizeSpeechCommand({ ...base, Text, ...about }));
  const speak = async (Text: string, about: Partial<SynthesizeSpeechCommandInput> = {}) => {
    const { AudioStream, ...answer } = await send(Text, about);
    const data = (await AudioStream?.transformToByteArray()) ?? new Uint8Array();
    return { ...answer, data, mp3: readMp3(data) };
  };

  it('stops after two minutes of spelling out a script that the voice does not know', async () => {
    const { mp3 } = await speak('字'.repeat(1_200));

    expect(mp3.seconds).toBeGreaterThan(100);
    expect(mp3.seconds).toBeLessThan(121);
  });

  it('speaks a question as real MP3, over HTTP/2', async () => {
    const text = 'Tell me about a time when you led a project.';

    const answer = await speak(text);

    expect(answer).toMatchObject({ ContentType: 'audio/mpeg', RequestCharacters: 44 });
    expect(answer.mp3.sampleRate).toBe(24_000);
    expect(answer.mp3.seconds).toBeGreaterThan(1.5);
    expect(answer.mp3.seconds).toBeLessThan(5);
  });

  it('speaks over HTTP/1.1 too', async () => {
    const response = await fetch(`${polly.endpoint}/v1/speech`, {
      method: 'POST',
      headers: { authorization: 'any', 'content-type': 'application/json' },
      body: JSON.stringify({ ...base, Text: 'Hi' }),
    });

    expect(readMp3(await response.bytes()).frames).toBeGreaterThan(5);
  });

  it('uses the sample rate of the engine', async () => {
    const neural = await speak('Hello.');
    const standard = await speak('Hello.', { Engine: 'standard' });

    expect(neural.mp3.sampleRate).toBe(24_000);
    expect(standard.mp3.sampleRate).toBe(22_050);
  });

  it.each([
    ['Vicki', 'Erzählen Sie von einem Projekt.'],
    ['Kajal', 'मुझे अपने बारे में बताइए', 'hi-IN'],
    ['Hala', 'مرحبا بك في المقابلة'],
    ['Lea', 'Parlez-moi de vous.'],
    ['Lucia', 'Hábleme de usted.'],
    ['Takumi', 'こんにちは'],
    ['Seoyeon', '자기소개를 부탁드립니다'],
    ['Zhiyu', '请介绍一下你自己'],
  ] as const)('speaks the language of %s', async (VoiceId, text, LanguageCode?) => {
    const { mp3 } = await speak(text, { VoiceId, LanguageCode });

    expect(mp3.seconds).toBeGreaterThan(0.6);
    expect(mp3.seconds).toBeLessThan(6);
  });

  it('reads text as text, whatever it contains, and bills its characters', async () => {
    const marked = await speak('1 < 2 & <break time="3s"/>');
    const emoji = await speak('👩🏽‍💻');

    expect(marked.RequestCharacters).toBe(26);
    expect(marked.mp3.seconds).toBeGreaterThan(1.5);
    expect(emoji.RequestCharacters).toBe(4);
  });

  it('accepts three thousand characters, and not one more', async () => {
    const refusal = await refusalOf(send('ü'.repeat(3001)));

    expect(refusal).toBeInstanceOf(TextLengthExceededException);
  });

  it('refuses what the real service refuses', async () => {
    const engine = await refusalOf(send('Hi', { VoiceId: 'Aditi' }));
    const noEngine = await refusalOf(send('Hi', { VoiceId: 'Ruth', Engine: undefined }));
    const language = await refusalOf(send('Hi', { LanguageCode: 'de-DE' }));
    const voice = await refusalOf(send('Hi', { VoiceId: 'Nobody' as VoiceId }));
    const made = await refusalOf(send('Hi', { Engine: 'quantum' as Engine }));
    const format = await refusalOf(send('Hi', { OutputFormat: 'pcm' }));
    const markup = await refusalOf(send('Hi', { TextType: 'ssml' }));

    for (const refusal of [engine, noEngine, voice, made, format, markup]) {
      expect(refusal).toBeInstanceOf(ValidationException);
    }
    expect(engine).toMatchObject({
      message: 'This voice does not support the selected engine: neural',
    });
    expect(language).toBeInstanceOf(LanguageNotSupportedException);
  });

  it('knows the voice of every language that Talaro speaks', async () => {
    const tags = [
      ...['ar-AE', 'de-DE', 'en-AU', 'en-GB', 'en-IN', 'en-US', 'es-ES', 'es-MX', 'es-US', 'fr-CA'],
      ...['fr-FR', 'hi-IN', 'it-IT', 'ja-JP', 'ko-KR', 'nl-NL', 'pl-PL', 'pt-BR', 'sv-SE'],
    ];

    for (const tag of tags) {
      const { voice_id, engine, language } = voiceFor(tag) ?? { voice_id: '', engine: 'none' };
      const request = { VoiceId: voice_id, Engine: engine, LanguageCode: language };

      expect(() => spokenLanguage(request as Parameters<typeof spokenLanguage>[0])).not.toThrow();
    }
  });

  it('leaves the event loop free while it speaks', async () => {
    let turns = 0;
    const watch = setInterval(() => {
      turns += 1;
    }, 5);

    const { mp3 } = await speak('This is a rather long sentence about nothing. '.repeat(12));
    clearInterval(watch);

    expect(mp3.seconds).toBeGreaterThan(20);
    expect(turns).toBeGreaterThan(10);
  });

  it('fails with an injected fault', async () => {
    const faults = (['throttle', 'unavailable', 'access-denied', 'drop'] as const).values();
    onRequest = () => {
      throw new InjectedFault(faults.next().value ?? 'throttle');
    };

    expect(await refusalOf(send('Hi'))).toBeInstanceOf(ThrottlingException);
    expect(await refusalOf(send('Hi'))).toBeInstanceOf(ServiceFailureException);
    expect(await refusalOf(send('Hi'))).toMatchObject({ name: 'AccessDeniedException' });
    expect(await refusalOf(send('Hi'))).toBeInstanceOf(Error);
  });

  it('hangs with an injected fault, until the caller gives up', async () => {
    onRequest = () => {
      throw new InjectedFault('hang');
    };
    const command = new SynthesizeSpeechCommand({ ...base, Text: 'Hi' });

    const refusal = await refusalOf(
      client.send(command, { abortSignal: AbortSignal.timeout(100) }),
    );

    expect(refusal).toMatchObject({ name: 'AbortError' });
  });
});
