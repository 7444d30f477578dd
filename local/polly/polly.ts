import { Engine, LanguageCode, VoiceId } from '@aws-sdk/client-polly';
import * as z from 'zod';
import { InjectedFault, type OnRequest, withFaults } from '../wire/fault.ts';
import { startServer, type WireRequest, type WireServer } from '../wire/h2c-server.ts';
import {
  type FaultErrors,
  jsonErrorResponse,
  ServiceError,
  toServiceError,
} from '../wire/service-error.ts';
import { ESPEAK_LANGUAGES } from './languages.ts';
import { createSpeaker, type Speaker, type SpeechJob } from './speech.ts';
import { fromSsml, fromText } from './ssml.ts';
import { checkVoice } from './voices.ts';

const SynthesizeSpeechInput = z.object({
  // Polly has more formats; Talaro asks for this one.
  OutputFormat: z.literal('mp3'),
  Text: z.string(),
  VoiceId: z.enum(VoiceId),
  Engine: z.enum(Engine).optional(),
  LanguageCode: z.enum(LanguageCode).optional(),
  SampleRate: z.string().optional(),
  TextType: z.enum(['text', 'ssml']).default('text'),
  LexiconNames: z.array(z.never()).optional(),
  SpeechMarkTypes: z.array(z.never()).optional(),
});

// Limits of SynthesizeSpeech, in characters: of the text with its markup, and of what is billed.
const MAX_CHARACTERS = 6000;
const MAX_BILLED_CHARACTERS = 3000;
const SAMPLE_RATES: readonly SpeechJob['sampleRate'][] = [
  8000, 16_000, 22_050, 24_000, 44_100, 48_000,
];

const FAULTS: FaultErrors = {
  throttle: new ServiceError('ThrottlingException', 'Rate exceeded'),
  unavailable: new ServiceError('ServiceFailureException', 'Internal failure', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this', {
    status: 403,
  }),
};

/**
 * Stands in for Amazon Polly: SynthesizeSpeech as MP3, really spoken, by espeak-ng. Voices and
 * engines are checked as the real ones are; they all sound alike but for their language.
 */
export async function startPolly(options: {
  /** Polly keeps nothing. */
  folder?: string | null;
  port?: number;
  onRequest?: OnRequest;
}): Promise<WireServer> {
  const speaker = createSpeaker();
  const server = await startServer({
    port: options.port ?? 0,
    handle: async (request) => {
      try {
        const input = route(request);
        return await withFaults(options.onRequest, 'SynthesizeSpeech', input, () =>
          synthesizeSpeech(speaker, input),
        );
      } catch (error) {
        return jsonErrorResponse(toAnswer(error), 'application/json');
      }
    },
  }).catch(async (error: unknown) => {
    await speaker.close();
    throw error;
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await Promise.all([server.close(), speaker.close()]);
    },
  };
}

function route({ method, path, headers, body }: WireRequest): unknown {
  if (method !== 'POST' || path !== '/v1/speech') {
    throw new ServiceError('UnknownOperationException', 'Not served here.', { status: 404 });
  }
  if (!headers.authorization) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
      status: 403,
    });
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'The body is not JSON.');
  }
}

async function synthesizeSpeech(speaker: Speaker, raw: unknown) {
  const input = SynthesizeSpeechInput.parse(raw);
  const { engine, language } = checkVoice(input);
  const sampleRate = input.SampleRate ?? (engine === 'standard' ? '22050' : '24000');
  const rate = SAMPLE_RATES.find((one) => String(one) === sampleRate);
  if (!rate) {
    throw new ServiceError('InvalidSampleRateException', 'The specified sample rate is not valid.');
  }
  const speech = input.TextType === 'ssml' ? fromSsml(input.Text) : fromText(input.Text);
  const tooLong =
    input.Text.length > MAX_CHARACTERS || speech.billedCharacters > MAX_BILLED_CHARACTERS;
  if (tooLong) {
    const message = 'Maximum text length has been exceeded';
    throw new ServiceError('TextLengthExceededException', message);
  }
  const espeakLanguage = ESPEAK_LANGUAGES[language];
  const mp3 = await speaker.speak({
    ssml: speech.ssml,
    language: espeakLanguage,
    sampleRate: rate,
  });
  const headers = {
    'content-type': 'audio/mpeg',
    'x-amzn-requestcharacters': String(speech.billedCharacters),
  };
  return { status: 200, headers, body: mp3 };
}

function toAnswer(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof InjectedFault) return toServiceError(error, FAULTS);
  if (!(error instanceof z.ZodError)) throw error;
  const names = error.issues.map(({ path }) => `'${path.join('.')}'`).join(', ');
  const message = `${error.issues.length} validation error detected: invalid value at ${names}`;
  const fields = { reason: 'fieldValidationFailed' };
  return new ServiceError('ValidationException', message, { fields });
}
