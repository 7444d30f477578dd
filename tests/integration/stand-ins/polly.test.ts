import {
  type Engine,
  InvalidSampleRateException,
  InvalidSsmlException,
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
import { VOICES } from '../../../local/polly/voices.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import type { WireServer } from '../../../local/wire/h2c-server.ts';
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

  it('answers in the sample rate asked for, or the one of the engine', async () => {
    const asked = await speak('Hello.', { SampleRate: '16000' });
    const standard = await speak('Hello.', { Engine: 'standard' });

    expect(asked.mp3.sampleRate).toBe(16_000);
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

  it('reads plain text as text and SSML as markup, and bills no markup', async () => {
    const ssml = { TextType: 'ssml' } as const;

    const plain = await speak('1 < 2 & <break time="3s"/>');
    const short = await speak('<speak>Hello &amp; welcome</speak>', ssml);
    const paused = await speak(
      '<speak>Hello<break time="3s"/> &amp; <amazon:effect name="drc">welcome</amazon:effect></speak>',
      ssml,
    );

    expect(plain.RequestCharacters).toBe(26);
    expect(plain.mp3.seconds).toBeGreaterThan(1.5);
    expect(short.RequestCharacters).toBe(15);
    expect(paused.mp3.seconds - short.mp3.seconds).toBeGreaterThan(2.5);
  });

  it.each([
    'no markup',
    '<speak>open',
    '<speak><p>crossed</speak></p>',
    '<speak>a</speak> rest',
    '<speak>a & b</speak>',
    '<speak/>text',
    '',
  ])('refuses the SSML %j', async (text) => {
    const refusal = await refusalOf(send(text, { TextType: 'ssml' }));

    expect(refusal).toBeInstanceOf(InvalidSsmlException);
  });

  it('bills at most three thousand characters', async () => {
    const longest = await refusalOf(send('ü'.repeat(3001)));
    const markup = `<speak>${'<s>a</s>'.repeat(1000)}</speak>`;
    const marked = await refusalOf(send(markup, { TextType: 'ssml' }));

    expect(longest).toBeInstanceOf(TextLengthExceededException);
    expect(marked).toBeInstanceOf(TextLengthExceededException);
  });

  it('refuses what the real one refuses', async () => {
    const engine = await refusalOf(send('Hi', { VoiceId: 'Aditi' }));
    const noEngine = await refusalOf(send('Hi', { VoiceId: 'Ruth', Engine: undefined }));
    const language = await refusalOf(send('Hi', { LanguageCode: 'de-DE' }));
    const voice = await refusalOf(send('Hi', { VoiceId: 'Nobody' as VoiceId }));
    const made = await refusalOf(send('Hi', { Engine: 'quantum' as Engine }));
    const format = await refusalOf(send('Hi', { OutputFormat: 'pcm' }));
    const rate = await refusalOf(send('Hi', { SampleRate: '11025' }));

    for (const refusal of [engine, noEngine, voice, made, format]) {
      expect(refusal).toBeInstanceOf(ValidationException);
    }
    expect(engine).toMatchObject({
      message: 'This voice does not support the selected engine: neural',
    });
    expect(language).toBeInstanceOf(LanguageNotSupportedException);
    expect(rate).toBeInstanceOf(InvalidSampleRateException);
  });

  it('knows a voice for every language Talaro offers', () => {
    const offered = [
      ...['en-US', 'en-GB', 'en-AU', 'en-IN', 'de-DE', 'es-ES', 'es-US', 'es-MX', 'fr-FR', 'fr-CA'],
      ...['hi-IN', 'ar-AE', 'arb', 'it-IT', 'pt-BR', 'nl-NL', 'pl-PL', 'sv-SE', 'ja-JP', 'ko-KR'],
      'cmn-CN',
    ];

    const spoken = Object.values(VOICES).flatMap((voice) => [voice.language, ...voice.alsoSpeaks]);

    expect(spoken).toEqual(expect.arrayContaining(offered));
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

  it('fails as it is told', async () => {
    const faults = (['throttle', 'unavailable', 'access-denied', 'drop'] as const).values();
    onRequest = () => {
      throw new InjectedFault(faults.next().value ?? 'throttle');
    };

    expect(await refusalOf(send('Hi'))).toBeInstanceOf(ThrottlingException);
    expect(await refusalOf(send('Hi'))).toBeInstanceOf(ServiceFailureException);
    expect(await refusalOf(send('Hi'))).toMatchObject({ name: 'AccessDeniedException' });
    expect(await refusalOf(send('Hi'))).toBeInstanceOf(Error);
  });

  it('hangs as it is told, until the caller gives up', async () => {
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
