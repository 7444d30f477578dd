import { describe, expect, it } from 'vitest';
import { interviewerWords, readOptions } from '../../../local/options.ts';
import { UsageError } from '../../../local/setting-options.ts';

const server = ['--model-url', 'http://localhost:11434/v1/', '--model', 'qwen3:8b'];
const read = (...args: string[]) => readOptions(args, { MODEL_KEY: ' sk-secret\n', EMPTY: ' ' });
const errorOf = (...args: string[]): string => {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
  }
  return 'no usage error';
};

describe('the options of npm start', () => {
  it('name the server of a model, and the key in a variable', () => {
    const plain = read(...server);
    const locked = read(...server, '--model-key-env', 'MODEL_KEY');

    expect(plain).toMatchObject({ model: 'qwen3:8b' });
    expect(plain.server).toEqual({ url: 'http://localhost:11434/v1', key: undefined });
    expect(locked.server).toEqual({ url: 'http://localhost:11434/v1', key: 'sk-secret' });
  });

  it('have the settings of a deployment, which are left to their defaults', () => {
    const none = read();
    const set = read(
      ...['--seal-after-hours', '48', '--retention-days', '180', '--next-step', 'We call you.'],
      ...['--cors-origins', 'https://ats.example.com, http://localhost:3000'],
      ...['--privacy-url', 'https://example.com/privacy'],
    );

    expect(none).toMatchObject({ corsOrigins: [], sealAfterHours: undefined });
    expect(set).toMatchObject({
      sealAfterHours: 48,
      retentionDays: 180,
      nextStep: 'We call you.',
      privacyUrl: 'https://example.com/privacy',
      corsOrigins: ['https://ats.example.com', 'http://localhost:3000'],
    });
  });

  it.each([
    [['--model-url', 'http://localhost:11434/v1'], /needs the name of a model/],
    [['--model-url', 'localhost:11434', '--model', 'm'], /takes an address such as/],
    [['--model-url', 'ftp://localhost/v1', '--model', 'm'], /takes an address such as/],
    [['--model-url', 'http://me:sk-secret@localhost/v1', '--model', 'm'], /without password/],
    [['--model-url', 'http://localhost/v1?key=sk-secret', '--model', 'm'], /without password/],
    [[...server, '--model-key-env', 'MISSING'], /name of a variable .* not set/],
    [[...server, '--model-key-env', 'EMPTY'], /name of a variable .* not set/],
    [[...server, '--model-key-env', 'sk-secret'], /name of a variable .* not set/],
    [['--model-key-env', 'MODEL_KEY'], /belongs to --model-url/],
    [[...server, '--aws'], /takes the place of Bedrock/],
    [[...server, '--endpoint', 'bedrock=http://localhost:1'], /takes the place of Bedrock/],
    [['--model', 'qwen3:8b'], /no use to the offline interviewer: add --model-url URL, or --aws/],
    [['--port', '70000'], /--port takes a number/],
    [['--endpoint', 'mars=http://localhost'], /--endpoint takes NAME=URL/],
    [
      ['--seal-after-hours', '0'],
      /^--seal-after-hours must be a whole number of hours from 1 to 720$/,
    ],
    [['--privacy-url', 'http://example.com/'], /^--privacy-url must be an address such as https/],
    [['--retention-days', 'never'], /^--retention-days must be a whole number of days/],
    [['--next-step', ' '], /^--next-step must not be empty$/],
    [['--cors-origins', 'https://ats.example.com/'], /^--cors-origins must be origins such as/],
  ])('%j are refused in one sentence, without a key', (args, sentence) => {
    const said = errorOf(...args);

    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/sk-secret|\n/);
  });
});

describe('the banner', () => {
  it.each([
    [[], /^offline: a demonstration without a language model/],
    [server, /^qwen3:8b at http:\/\/localhost:11434\/v1$/],
    [[...server, '--model-key-env', 'MODEL_KEY'], /^qwen3:8b at http:\/\/localhost:11434\/v1$/],
    [['--aws'], /^Bedrock, global\.anthropic\.claude/],
    [['--aws', '--model', 'amazon.nova-lite-v1:0'], /^Bedrock, amazon\.nova-lite-v1:0$/],
    [
      ['--endpoint', 'bedrock=http://me:sk-secret@localhost:9000/b', '--model', 'm'],
      /^Bedrock at http:\/\/localhost:9000\/b, m$/,
    ],
    [['--endpoint', 'polly=http://localhost:9000'], /^offline/],
  ])('for %j tells the truth about the interviewer', (args, words) => {
    expect(interviewerWords(read(...args))).toMatch(words);
  });
});
