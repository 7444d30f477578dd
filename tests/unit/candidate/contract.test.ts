import { expect, expectTypeOf, test } from 'vitest';
import type { Completed } from '../../../shared/contract/endpoints/complete-interview.ts';
import type { Started } from '../../../shared/contract/endpoints/start-interview.ts';
import type { Submitted } from '../../../shared/contract/endpoints/submit-response.ts';
import type { OpenInterview } from '../../../shared/contract/open-interview-view.ts';
import { limits } from '../../../shared/domain/text.ts';
import type * as page from '../../../web/candidate/api/replies.ts';
import { longestAnswer } from '../../../web/candidate/machine/state.ts';

test('the page reads nothing that the contract does not promise', () => {
  expectTypeOf<OpenInterview>().toExtend<page.Opened>();
  expectTypeOf<Submitted>().toExtend<page.Submitted>();
  expectTypeOf<Completed>().toExtend<page.Result>();
  expectTypeOf<Started['questions'][number]>().toExtend<page.Question>();
  expectTypeOf<Started['responses'][number]>().toExtend<page.Answer>();
  expectTypeOf<Started['draft']>().toExtend<page.Draft | null>();
});

test('the page refuses an answer at the length at which the server does', () => {
  expect(longestAnswer).toBe(limits.response_text);
});
