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
import { createSpeaker, type Speaker } from './speech.ts';
import { spokenLanguage } from './voices.ts';

// Strict: Polly can do more, but Talaro uses only this.
const SynthesizeSpeechInput = z.strictObject({
  OutputFormat: z.literal('mp3'),
  Text: z.string(),
  VoiceId: z.enum(VoiceId),
  Engine: z.enum(Engine).default('standard'),
  LanguageCode: z.enum(LanguageCode).optional(),
});

/** Polly's limit for one request. */
const maxCharacters = 3000;

const faults: FaultErrors = {
  throttle: new ServiceError('ThrottlingException', 'Rate exceeded'),
  unavailable: new ServiceError('ServiceFailureException', 'Internal failure', { status: 500 }),
  'access-denied': new ServiceError('AccessDeniedException', 'Not authorized to do this', {
    status: 403,
  }),
};

const parseBody = ({ method, path, headers, body }: WireRequest): unknown => {
  if (method !== 'POST' || path !== '/v1/speech') {
    throw new ServiceError('UnknownOperationException', 'Not served here.', { status: 404 });
  }
  if (!headers.authorization) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
      status: 403,
    });
  }
  return JSON.parse(body.toString('utf8'));
};

const synthesizeSpeech = async (speaker: Speaker, raw: unknown) => {
  const input = SynthesizeSpeechInput.parse(raw);
  const language = spokenLanguage(input);
  const characters = [...input.Text].length;
  if (characters > maxCharacters) {
    const message = 'Maximum text length has been exceeded';
    throw new ServiceError('TextLengthExceededException', message);
  }
  const sampleRate = input.Engine === 'standard' ? 22_050 : 24_000;
  const mp3 = await speaker.speak({ text: input.Text, language, sampleRate });
  const headers = {
    'content-type': 'audio/mpeg',
    'x-amzn-requestcharacters': String(characters),
  };
  return { status: 200, headers, body: mp3 };
};

const toAnswer = (error: unknown): ServiceError => {
  if (error instanceof ServiceError) return error;
  if (error instanceof InjectedFault) return toServiceError(error, faults);
  if (!(error instanceof z.ZodError)) throw error;
  const names = error.issues.map(({ path }) => `'${path.join('.')}'`).join(', ');
  const message = `${error.issues.length} validation error detected: invalid value at ${names}`;
  const fields = { reason: 'fieldValidationFailed' };
  return new ServiceError('ValidationException', message, { fields });
};

/**
 * Stands in for Amazon Polly: SynthesizeSpeech of plain text as MP3, spoken by espeak-ng.
 * Voices and engines are checked as the real ones are; apart from their language they sound alike.
 */
export const startPolly = async (options: { onRequest?: OnRequest }): Promise<WireServer> => {
  const speaker = createSpeaker();
  const server = await startServer({
    handle: async (request) => {
      try {
        const input = parseBody(request);
        return await withFaults(options.onRequest, 'SynthesizeSpeech', input, () =>
          synthesizeSpeech(speaker, input),
        );
      } catch (error) {
        return jsonErrorResponse(toAnswer(error), 'application/json');
      }
    },
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await Promise.all([server.close(), speaker.close()]);
    },
  };
};
