import { describe, expect, it } from 'vitest';
import { engineFor, voiceFor } from '../../../shared/voice/voices.ts';

describe('the voice for', () => {
  it.each([
    ['en-US', 'en-US', 'Joanna', 'standard'],
    ['en-IN', 'en-IN', 'Aditi', 'standard'],
    ['hi-IN', 'hi-IN', 'Aditi', 'standard'],
    ['de', 'de-DE', 'Vicki', 'standard'],
    ['de-AT', 'de-DE', 'Vicki', 'standard'],
    ['ar-EG', 'ar-AE', 'Hala', 'neural'],
    ['en-us', 'en-US', 'Joanna', 'standard'],
    ['en-Latn-GB', 'en-GB', 'Amy', 'standard'],
  ])('%s is that of %s: %s, %s', (tag, language, voice_id, engine) => {
    expect(voiceFor(tag)).toEqual({ voice_id, engine, language });
  });

  it.each(['fy-NL', 'cy', 'und'])('%s does not exist', (tag) => {
    expect(voiceFor(tag)).toBeNull();
  });
});

it.each([
  ['en-GB', 'standard'],
  ['ar-EG', 'neural'],
  ['cy', 'standard'],
])('%s is billed by the %s engine', (tag, engine) => {
  expect(engineFor(tag)).toBe(engine);
});
