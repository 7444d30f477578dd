import { afterEach, expect, it, vi } from 'vitest';
import { readEnv } from '../../../shared/http/env.ts';

afterEach(() => void vi.unstubAllEnvs());

it('readEnv returns the variables that are named', () => {
  vi.stubEnv('TABLE_NAME', 'interviews');

  expect(readEnv('TABLE_NAME')).toEqual({ TABLE_NAME: 'interviews' });
});

it('readEnv names every variable that is missing or empty, and shows no value', () => {
  vi.stubEnv('TABLE_NAME', 'interviews');
  vi.stubEnv('AUDIO_BUCKET', '');

  const read = () => readEnv('TABLE_NAME', 'AUDIO_BUCKET', 'LINK_KEYS_SECRET');

  expect(read).toThrow('Missing configuration: set AUDIO_BUCKET, LINK_KEYS_SECRET');
  expect(read).not.toThrow('interviews');
});
