import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../web/candidate/api/replies.ts';
import { textOf } from '../../../web/candidate/copy/text-of.ts';
import { translatorOf } from '../../../web/candidate/i18n/translator.ts';
import { endNotice } from '../../../web/candidate/parts/ends.tsx';
import { feedbackScreen } from '../../../web/candidate/screens/feedback.tsx';
import { readCatalogues } from '../../../web/catalogues.ts';
import { answer, asking, opened, session } from './states.ts';

const english = JSON.parse(readCatalogues().files['en.json'] ?? '');
type Detail = Answer['feedback_detail'];

const page = {
  ...asking(),
  ...translatorOf('en', null, [], english),
  brand: null,
  reference: null,
  dispatch: () => {},
  chooseLanguage: () => {},
  save: () => {},
};

/** The texts of the screen after an answer with this feedback. */
const shown = (feedback_detail: Detail) => {
  const screen = { name: 'feedback' as const, question_id: 'q1' };
  const responses = [{ ...answer('q1'), feedback_detail }];
  return textOf(feedbackScreen({ ...page, session: { ...session, responses }, screen }, screen));
};

describe('feedback', () => {
  test('is one strength and one tip, with who wrote them', () => {
    const text = shown({ strength: 'You named it.', tip: 'Say why.', evaluator: 'bedrock' });

    expect(text).toMatch(
      /^1 of 3 answered\s+Answer 1 of 3 is saved\s+== A strength\s+You named it/,
    );
    expect(text).toMatch(
      /A tip for your next answer\s+Say why\.\s+Written by AI\. It is not a score/,
    );
  });

  test('has no strength where there is none, and names a program as its writer', () => {
    const text = shown({ strength: '', tip: 'Say why.', evaluator: 'offline' });

    expect(text).not.toMatch(/strength|AI/);
    expect(text).toMatch(/Say why\.\s+Written by a program\. It is not a score/);
  });

  test('is nobody’s where there is none', () => {
    for (const none of [null, { strength: '', tip: '', evaluator: 'bedrock' as const }]) {
      expect(shown(none)).not.toMatch(/strength|tip|Written/);
      expect(shown(none)).toContain('It counts the same with or without feedback here.');
    }
  });
});

test.each([
  [20_000, '1 minute'],
  [130_000, '2 minutes'],
  [590_000, '10 minutes'],
])('the notice of the link’s end says of %i ms that %s are left', (left, said) => {
  const at = Date.parse(opened.expires_at) - left;

  expect(textOf(endNotice({ ...page, ends: { told: 1, at } }))).toContain(`: ${said}.`);
});
