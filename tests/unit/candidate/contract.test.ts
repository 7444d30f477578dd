import { expect, expectTypeOf, test } from 'vitest';
import type * as contract from '../../../shared/contract/candidate-shapes.ts';
import { limits } from '../../../shared/domain/text.ts';
import type * as page from '../../../web/candidate/api/replies.ts';
import { longestAnswer } from '../../../web/candidate/machine/state.ts';

test('the page reads nothing that the contract does not promise', () => {
  expectTypeOf<contract.OpenInterview>().toExtend<page.Opened>();
  expectTypeOf<contract.Submitted>().toExtend<page.Submitted>();
  expectTypeOf<contract.Completed>().toExtend<page.Result>();
  expectTypeOf<contract.Started['questions'][number]>().toExtend<page.Question>();
  expectTypeOf<contract.Started['responses'][number]>().toExtend<page.Answer>();
  expectTypeOf<contract.Started['draft']>().toExtend<page.Draft | null>();
});

test('the page refuses an answer at the length at which the server does', () => {
  expect(longestAnswer).toBe(limits.response_text);
});
