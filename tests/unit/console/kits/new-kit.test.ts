import { describe, expect, it } from 'vitest';
import { NewKit } from '../../../../shared/contract/endpoints/create-kit.ts';
import { voiceFor } from '../../../../shared/voice/voices.ts';
import {
  adviceOn,
  emptyKit,
  keyFor,
  kitSent,
} from '../../../../web/console/screens/kits/new-kit-values.ts';
import { languages, whoOf, writersOf } from '../../../../web/console/screens/kits/words.ts';
import { aProvenance } from '../../../support/records.ts';

const values = { ...emptyKit, job_title: ' Nurse ', job_description: 'A ward.' };

describe('the form of a new kit', () => {
  it('is sent as the API takes it, without questions that have no text', () => {
    const sent = kitSent({ ...values, questions: ['', 'Why?', ' '] });

    expect(sent).toMatchObject({
      job_title: 'Nurse',
      question_count: 5,
      questions: [{ text: 'Why?' }],
    });
    expect(NewKit.safeParse(sent).success).toBe(true);
  });

  it('keeps its key for as long as it is the same form, so that trying again pays once', () => {
    let made = 0;
    const makeKey = () => `key-${++made}`;
    const first = keyFor(null, values, makeKey);

    const again = keyFor(first, { ...values }, makeKey);
    const other = keyFor(first, { ...values, difficulty: 'hard' }, makeKey);

    expect([first.key, again.key, other.key]).toEqual(['key-1', 'key-1', 'key-2']);
  });

  it('says what to do where a kit could not be written', () => {
    const codes = ['ai_unavailable', 'budget_reached', 'unreachable', 'timeout'];

    expect(codes.map(adviceOn)).not.toContain('');
    expect(adviceOn('invalid_input')).toBe('');
  });

  it('offers languages that have a voice', () => {
    expect(languages.filter((tag) => voiceFor(tag)?.language !== tag)).toEqual([]);
  });
});

describe('who wrote a kit', () => {
  it('is each model and prompt once, or a demonstration', () => {
    const model = aProvenance({ evaluator: 'bedrock', model_id: 'm', prompt_version: 'kit' });

    expect(writersOf([model, model, aProvenance({ evaluator: 'offline' })])).toEqual([
      'm, prompt kit',
      'Demonstration: written offline, without a language model',
    ]);
  });

  it('is oneself, a colleague or a program', () => {
    const actors = ['recruiter:me', 'recruiter:other', 'machine:ats'];

    expect(actors.map((actor) => whoOf(actor, 'me'))).toEqual([
      'You',
      'A colleague',
      'The program ats',
    ]);
  });
});
