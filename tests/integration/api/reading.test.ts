import { expect, it } from 'vitest';
import { InterviewExport, verifyScore } from '../../../shared/session/verify-score.ts';
import { finish, invite } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();
const { access } = recruiter;

it('the audit of an interview is listed page by page, each event once, as an export has it', async () => {
  const { interview_id } = await invite(stack, recruiter);
  for (let n = 1; n <= 3; n++) (await recruiter.regenerate(interview_id)).ok();
  const params = { interview_id };

  const listed: unknown[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { limit: '2', ...(cursor && { cursor }) };
    const page = (await api.call('listAudit', { access, params, query })).ok();
    listed.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);

  const { audit } = (await api.call('exportInterview', { access, params })).ok();
  expect(listed).toEqual(audit);
  expect(audit?.map(({ event }) => event)).toEqual([
    'interview_created',
    'link_generated',
    ...Array.from({ length: 3 }, () => 'link_regenerated'),
  ]);
  expect(new Set(audit?.map(({ actor_name }) => typeof actor_name))).toEqual(new Set(['string']));
});

it('the export of a completed interview can be verified', async () => {
  const { interview_id } = await finish(stack, recruiter);

  const reply = await api.call('exportInterview', { access, params: { interview_id } });

  const exported = InterviewExport.parse(reply.json());
  expect(exported.evaluations).toHaveLength(1);
  expect(verifyScore(exported)).toEqual([]);
});
