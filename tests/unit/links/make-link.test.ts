import { describe, expect, it, vi } from 'vitest';
import { spentOn } from '../../../shared/domain/cost.ts';
import { AppError } from '../../../shared/domain/errors.ts';
import type { InterviewStatus } from '../../../shared/domain/interview.ts';
import { isForEmail, readLinkKeys, verifyLinkToken } from '../../../shared/domain/link-token.ts';
import {
  InterviewerError,
  type InterviewerFailure,
} from '../../../shared/interviewer/interviewer.ts';
import { type LinkMaking, makeLink } from '../../../shared/links/make-link.ts';
import { ConditionFailed } from '../../../shared/table/client.ts';
import type { InterviewRecord } from '../../../shared/table/interviews.ts';
import { makingLinkOf } from '../../../shared/table/leases.ts';
import { atOnce, aVersion } from '../../support/kits.ts';
import { testKeys, tokenFor } from '../../support/links.ts';
import {
  aLink,
  aProvenance,
  aQuestion,
  aRecord,
  aResponse,
  aSession,
  id,
  inTime,
  openNow,
} from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';

const brief = { job_description: 'We store orders in DynamoDB.', resume_text: null };
const bare = (status: InterviewStatus = 'scheduled', over = {}) =>
  aRecord({ interview: { status }, link: null, session: null, questions: [], brief, ...over });
/** An interview with a link of the time before kits. */
const ready = (over: Parameters<typeof aRecord>[0] = {}) =>
  aRecord({ interview: { status: 'scheduled' }, brief, ...over });

const kit = (version: number) => ({ kit_id: id(300), content: aVersion(version) });
/** An interview whose questions were copied from a version of its kit. */
const copied = (version: number, over: Parameters<typeof aRecord>[0] = {}) =>
  ready({
    session: aSession({ started_at: null, kit: { kit_id: id(300), version } }),
    ...over,
  });

const prepared = {
  session: aSession({ session_id: id(60), started_at: null }),
  questions: [aQuestion(1), aQuestion(2), aQuestion(3), aQuestion(4)],
  voice_usd: 0,
};

const fakes = (...reads: (InterviewRecord | null)[]) => {
  const deps = {
    readInterview: vi.fn(async () => (reads.length > 1 ? reads.shift() : reads[0]) ?? null),
    kitOf: vi.fn<LinkMaking['kitOf']>(async () => kit(2)),
    prepareSession: vi.fn<LinkMaking['prepareSession']>(async () => prepared),
    wasted: vi.fn<LinkMaking['wasted']>(async () => undefined),
    oneAtATime: vi.fn(atOnce) as typeof atOnce,
    noteSound: vi.fn<LinkMaking['noteSound']>(async () => undefined),
    putLinkWithQuestions: vi.fn<LinkMaking['putLinkWithQuestions']>(async () => undefined),
    replaceLink: vi.fn<LinkMaking['replaceLink']>(async () => undefined),
    linkKeys: async () => testKeys,
    baseUrl: async () => 'https://talent.example.com',
    now: () => openNow,
  };
  const make = (replace: boolean) =>
    makeLink(deps, {
      interview_id: id(1),
      by: { recruiter: 'r-1' },
      replace,
      deadline: inTime,
    });
  return { deps, generate: () => make(false), regenerate: () => make(true) };
};

describe('generating a link', () => {
  it('stores a link with questions and returns its token', async () => {
    const { deps, generate } = fakes(bare());

    const view = await generate();

    expect(view).toMatchObject({
      interview_id: id(1),
      ai_session_id: id(60),
      questions_generated: 4,
      is_expired: false,
      expires_at: '2026-11-23T13:00:00Z',
      ai_interview_url: 'https://talent.example.com/api/ai-interview/public/start/',
      public_interview_url: `https://talent.example.com/api/interviews/public/${view.link_token}/`,
      candidate_name: 'Ada Lovelace',
      candidate_email: 'ada@example.com',
      job_title: 'Backend Engineer',
      ai_interview_type: 'technical',
      message: 'AI interview link generated successfully',
    });
    const [stored] = deps.putLinkWithQuestions.mock.calls;
    expect(stored?.[1]).toMatchObject({ replaced: null, by: { recruiter: 'r-1' } });
    expect(stored?.[1].link).toMatchObject({ generation: 1, key_id: 2 });
  });

  it('returns a token that is valid for this candidate and the stored link', async () => {
    const { deps, generate } = fakes(bare());

    const { link_token } = await generate();

    const claim = verifyLinkToken(testKeys, link_token);
    expect(claim?.link_id).toBe(deps.putLinkWithQuestions.mock.calls[0]?.[1].link.link_id);
    expect(claim && isForEmail(testKeys, claim, 'ada@example.com')).toBe(true);
  });

  it('stores no token', async () => {
    const { deps, generate } = fakes(bare());

    const { link_token } = await generate();

    expect(JSON.stringify(deps.putLinkWithQuestions.mock.calls)).not.toContain(link_token);
  });

  it.each(['scheduled', 'in_progress'] as const)(
    'again while the interview is %s returns the live link and does not ask the AI',
    async (status) => {
      const record = aRecord({ interview: { status } });
      const { deps, generate } = fakes(record);

      const view = await generate();

      expect(view).toMatchObject({ link_token: tokenFor(record), questions_generated: 3 });
      expect(deps.prepareSession).not.toHaveBeenCalled();
      expect(deps.putLinkWithQuestions).not.toHaveBeenCalled();
    },
  );

  it('creates a new link if the key of the live one was retired', async () => {
    const retired = aRecord({ interview: { status: 'scheduled' }, link: aLink({ key_id: 9 }) });
    const { deps, generate } = fakes(retired);

    await generate();

    expect(deps.putLinkWithQuestions.mock.calls[0]?.[1]).toMatchObject({
      replaced: { key_id: 9 },
      link: { key_id: 2, generation: 2 },
      replaced_questions: 3,
    });
  });

  it('works for an interview whose window is over, and says so', async () => {
    const over = { starts_at: '2026-11-20T10:00:00Z', ends_at: '2026-11-20T11:00:00Z' };
    const { generate } = fakes(bare('scheduled', { interview: { status: 'scheduled', ...over } }));

    expect(await generate()).toMatchObject({ is_expired: true });
  });

  it.each<[string, InterviewRecord | null, string, string]>([
    ['there is no interview', null, 'interview_not_found', 'Interview not found'],
    [
      'it has no start time',
      bare('scheduled', { interview: { status: 'scheduled', starts_at: null, ends_at: null } }),
      'interview_not_scheduled',
      'Interview must have a scheduled start time to generate AI interview link',
    ],
    [
      'it is not for AI',
      bare('scheduled', { interview: { status: 'scheduled', ai_interview_type: null } }),
      'interview_not_ai',
      'Interview must be configured for AI interview to generate AI interview link',
    ],
    [
      'it is completed',
      bare('completed'),
      'interview_completed',
      'The interview is completed and needs no link',
    ],
    [
      'it was cancelled',
      bare('cancelled'),
      'interview_cancelled',
      'The interview was cancelled and cannot have a link',
    ],
  ])('is refused if %s', async (_name, record, code, message) => {
    const { deps, generate, regenerate } = fakes(record);

    for (const make of [generate, regenerate]) {
      expect(await refusalOf(make())).toMatchObject({ code, message });
    }
    expect(deps.prepareSession).not.toHaveBeenCalled();
  });

  it('stores nothing if the AI fails', async () => {
    const { deps, generate } = fakes(bare());
    deps.prepareSession.mockRejectedValue(new AppError('ai_unavailable', 'Not now'));

    expect(await codeOf(generate())).toBe('ai_unavailable');
    expect(deps.putLinkWithQuestions).not.toHaveBeenCalled();
  });

  it('that loses a race against another returns the link of that one', async () => {
    const winner = ready();
    const { deps, generate } = fakes(bare(), winner);
    deps.putLinkWithQuestions.mockRejectedValueOnce(new ConditionFailed());

    const view = await generate();

    expect(view.link_token).toBe(tokenFor(winner));
    expect(deps.prepareSession).toHaveBeenCalledOnce();
  });

  it('fails without a current key, as there is no default', async () => {
    const { deps, generate } = fakes(bare());
    const keys = readLinkKeys(JSON.stringify({ current: '1', 1: 'k'.repeat(40) }));
    deps.linkKeys = async () => ({ current: 7, byId: keys.byId });

    await expect(generate()).rejects.toThrow('The current link key is missing');
    expect(deps.putLinkWithQuestions).not.toHaveBeenCalled();
  });
});

describe('regenerating a link', () => {
  it.each([
    ['a later version of the kit than the one in use', copied(1), { kit_id: id(300), version: 1 }],
    ['a kit, where its questions were its own', ready(), undefined],
    [
      'another kit',
      ready({ session: aSession({ kit: { kit_id: id(301), version: 2 } }) }),
      { kit_id: id(301), version: 2 },
    ],
  ])('before the start takes the questions of %s', async (_name, record, replaced_kit) => {
    const { deps, regenerate } = fakes(record);

    const view = await regenerate();

    expect(view.link_token).not.toBe(tokenFor(record));
    expect(view).toMatchObject({ ai_session_id: id(60), questions_generated: 4 });
    expect(deps.putLinkWithQuestions.mock.calls[0]?.[1]).toMatchObject({
      replaced: record.link,
      replaced_questions: 3,
      replaced_kit,
      link: { generation: 2 },
    });
  });

  it('before the start keeps the questions of the version in use and asks the AI nothing', async () => {
    const record = copied(2);
    const { deps, regenerate } = fakes(record);

    const view = await regenerate();

    expect(view.link_token).not.toBe(tokenFor(record));
    expect(view).toMatchObject({ ai_session_id: id(50), questions_generated: 3 });
    expect(deps.prepareSession).not.toHaveBeenCalled();
    expect(deps.oneAtATime).not.toHaveBeenCalled();
    expect(deps.replaceLink.mock.calls[0]?.[1]).toMatchObject({
      replaced: record.link,
      status: 'scheduled',
      link: { generation: 2 },
    });
  });

  it('is refused where no version of the kit is approved, and the old link stays', async () => {
    const { deps, regenerate } = fakes(copied(1));
    deps.kitOf.mockRejectedValue(new AppError('kit_not_approved', 'Not yet'));

    expect(await codeOf(regenerate())).toBe('kit_not_approved');
    expect(deps.replaceLink).not.toHaveBeenCalled();
  });

  it('after the start looks for no kit', async () => {
    const { deps, regenerate } = fakes(aRecord());

    await regenerate();

    expect(deps.kitOf).not.toHaveBeenCalled();
  });

  it('after the start replaces the link alone', async () => {
    const record = aRecord({ responses: [aResponse(1)] });
    const { deps, regenerate } = fakes(record);

    const view = await regenerate();

    expect(view.link_token).not.toBe(tokenFor(record));
    expect(view).toMatchObject({ ai_session_id: id(50), questions_generated: 3 });
    expect(deps.prepareSession).not.toHaveBeenCalled();
    expect(deps.putLinkWithQuestions).not.toHaveBeenCalled();
    expect(deps.replaceLink.mock.calls[0]?.[1]).toMatchObject({ replaced: record.link });
  });

  it('never returns the same token twice', async () => {
    const { regenerate } = fakes(ready());

    const tokens = await Promise.all(
      Array.from({ length: 20 }, async () => (await regenerate()).link_token),
    );

    expect(new Set(tokens).size).toBe(20);
  });

  it('that loses a race against the start keeps the questions', async () => {
    const { deps, regenerate } = fakes(ready(), aRecord());
    deps.putLinkWithQuestions.mockRejectedValueOnce(new ConditionFailed());

    const view = await regenerate();

    expect(view.ai_session_id).toBe(id(50));
    expect(deps.replaceLink).toHaveBeenCalledOnce();
  });

  it('that loses a race against another replaces that link and asks the AI once', async () => {
    const first = ready({
      link: aLink({ link_id: 'b'.repeat(32), generation: 2 }),
    });
    const { deps, regenerate } = fakes(ready(), first);
    deps.putLinkWithQuestions.mockRejectedValueOnce(new ConditionFailed());

    await regenerate();

    expect(deps.putLinkWithQuestions.mock.lastCall?.[1]).toMatchObject({
      replaced: { link_id: 'b'.repeat(32) },
      link: { generation: 3 },
    });
    expect(deps.prepareSession).toHaveBeenCalledOnce();
  });

  it('that loses a race against the completion is refused', async () => {
    const { deps, regenerate } = fakes(aRecord(), bare('completed'));
    deps.replaceLink.mockRejectedValueOnce(new ConditionFailed());

    expect(await codeOf(regenerate())).toBe('interview_completed');
  });

  it('ends in a conflict if others keep changing the interview', async () => {
    const { deps, regenerate } = fakes(ready());
    deps.putLinkWithQuestions.mockRejectedValue(new ConditionFailed());

    expect(await codeOf(regenerate())).toBe('conflict');
    expect(deps.prepareSession).toHaveBeenCalledOnce();
  });

  it('passes other failures on', async () => {
    const { deps, regenerate } = fakes(ready());
    deps.putLinkWithQuestions.mockRejectedValue(new Error('down'));

    await expect(regenerate()).rejects.toThrow('down');
  });
});

describe('a link whose lead-ins are paid for', () => {
  const resume = { ...brief, resume_text: 'Ten years at sea' };

  it('is made under the lease of its interview, and without a résumé it is not', async () => {
    const personal = fakes(bare('scheduled', { brief: resume }));
    const plain = fakes(bare());

    await personal.generate();
    await plain.generate();

    expect(personal.deps.oneAtATime).toHaveBeenCalledExactlyOnceWith(
      makingLinkOf(id(1)),
      inTime,
      expect.anything(),
    );
    expect(plain.deps.oneAtATime).not.toHaveBeenCalled();
  });

  it.each([
    ['the résumé is blank', { brief: { ...brief, resume_text: ' \n' } }],
    [
      'the interview is not to be personal',
      { brief: resume, interview: { status: 'scheduled', personalise: false } },
    ],
  ])('has none, and no lease, if %s', async (_name, over) => {
    const { deps, generate } = fakes(bare('scheduled', over));

    await generate();

    expect(deps.oneAtATime).not.toHaveBeenCalled();
  });

  it('is the one of the request that had the lease before, if that made one', async () => {
    const winner = copied(2, { brief: resume });
    const { deps, generate } = fakes(bare('scheduled', { brief: resume }), winner);

    expect((await generate()).link_token).toBe(tokenFor(winner));
    expect(deps.prepareSession).not.toHaveBeenCalled();
  });

  it('that loses a race keeps what is paid for', async () => {
    const read = bare('scheduled', { brief: resume });
    const { deps, generate } = fakes(read);
    deps.putLinkWithQuestions.mockRejectedValueOnce(new ConditionFailed());

    await generate();

    expect(deps.prepareSession).toHaveBeenCalledOnce();
    expect(deps.putLinkWithQuestions).toHaveBeenCalledTimes(2);
  });

  it('books what lead-ins and sound cost', async () => {
    const { deps, generate } = fakes(bare());
    const spent = [
      aProvenance({
        evaluator: 'bedrock',
        model_id: 'anthropic.claude-haiku-4-5',
        input_tokens: 1_000_000,
        output_tokens: 0,
      }),
    ];
    deps.prepareSession.mockResolvedValue({
      session: aSession({ spent }),
      questions: [aQuestion(1)],
      voice_usd: 4,
    });

    await generate();

    expect(deps.putLinkWithQuestions.mock.calls[0]?.[1].usd).toBeCloseTo(spentOn(spent) + 4, 9);
    expect(spentOn(spent)).toBeGreaterThan(0);
    expect(deps.wasted).not.toHaveBeenCalled();
  });

  it.each<[string, InterviewRecord]>([
    ['another request made one meanwhile', copied(2, { brief: resume })],
    ['the interview was completed meanwhile', bare('completed', { brief: resume })],
  ])('books them as wasted once if %s', async (_name, meanwhile) => {
    const before = bare('scheduled', { brief: resume });
    const { deps, generate } = fakes(before, before, meanwhile);
    deps.putLinkWithQuestions.mockRejectedValue(new ConditionFailed());

    await generate().catch(() => undefined);

    expect(deps.putLinkWithQuestions).toHaveBeenCalledOnce();
    expect(deps.wasted).toHaveBeenCalledExactlyOnceWith(id(1), prepared);
  });
});

describe('a link that the AI fails', () => {
  it.each<[InterviewerFailure, boolean]>([
    ['throttled', true],
    ['unavailable', true],
    ['timeout', true],
    ['truncated', true],
    ['invalid_output', true],
    ['refused', false],
    ['guardrail', false],
  ])('with %s is refused safely; a retry can help: %s', async (failure, retry) => {
    const { deps, generate } = fakes(bare());
    deps.kitOf.mockRejectedValue(new InterviewerError(failure));

    const refusal = await refusalOf(generate());

    expect(refusal).toMatchObject({
      code: 'ai_unavailable',
      message: expect.stringMatching(/^Failed to generate AI interview link: /),
    });
    expect(refusal?.retry_after !== undefined).toBe(retry);
  });

  it('over the day’s budget is refused until the next day begins', async () => {
    const { deps, generate } = fakes(bare());
    deps.kitOf.mockRejectedValue(new InterviewerError('budget_reached'));

    const untilMidnight = (Date.parse('2026-11-24T00:00:00Z') - openNow) / 1000;
    expect(await refusalOf(generate())).toMatchObject({
      code: 'budget_reached',
      retry_after: untilMidnight,
    });
  });
});
