import { describe, expect, it } from 'vitest';
import { invite } from '../../support/interviews.ts';
import { dial, parseAnswer } from '../../support/raw-http.ts';
import { brokenLinks, sentLinks } from '../../support/sent-links.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();

describe('the link, when it is opened,', () => {
  it('always redirects a browser to the page, with the token where no server sees it', async () => {
    const candidate = await invite(stack, recruiter);
    const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';
    const before = await stack.table.about(candidate.interview_id);

    const replies = await Promise.all(
      [candidate.link_token, 'no-token-at-all', candidate.link_token.toLowerCase()].map((token) =>
        api.call('openInterview', { params: { token }, headers: { accept } }),
      ),
    );

    for (const reply of replies) {
      expect(reply.status).toBe(302);
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
      expect(reply.text).toBe('');
    }
    expect(replies[0]?.headers.get('location')).toBe(`/interview.html#${candidate.link_token}`);
    expect(await stack.table.about(candidate.interview_id)).toEqual(before);
  });

  it('is understood with all that a mail program put behind it', async () => {
    const { link_token } = await invite(stack, recruiter);
    // As they are: a client library would clean them first. No client sends bytes beyond ASCII.
    const open = async (end: string, accept: string, method = 'GET') => {
      const fields = `host: localhost\r\naccept: ${accept}\r\nconnection: close`;
      const path = end.replace(/[^ -~]/g, encodeURIComponent);
      const line = `${method} /api/interviews/public/${path} HTTP/1.1`;
      return parseAnswer(await dial(api.base, `${line}\r\n${fields}\r\n\r\n`).ended);
    };

    for (const end of sentLinks(link_token)) {
      const [page, head, json] = await Promise.all([
        open(end, 'text/html'),
        open(end, 'text/html', 'HEAD'),
        open(end, 'application/json'),
      ]);
      const location = `/interview.html#${link_token}`;
      expect([end, page.status, page.headers.location]).toEqual([end, 302, location]);
      expect([end, head.status, head.headers.location]).toEqual([end, 302, location]);
      expect([end, json.status, JSON.parse(json.body).can_join]).toEqual([end, 200, true]);
    }
    for (const end of brokenLinks) {
      const [page, json] = await Promise.all([open(end, 'text/html'), open(end, '*/*')]);
      expect([end, page.status, page.headers.location]).toEqual([
        end,
        302,
        expect.stringMatching(/^\/interview\.html#[\w-]+$/),
      ]);
      expect([end, json.status, json.body]).toEqual([
        end,
        401,
        '{"error":"Invalid interview token","code":"link_invalid"}',
      ]);
    }
  });

  it('returns the state and the times to a client, and starts nothing', async () => {
    const candidate = await invite(stack, recruiter);
    const before = await stack.table.about(candidate.interview_id);

    const opened = (await candidate.open()).ok();
    const afterwards = await stack.table.about(candidate.interview_id);
    const viewed = (await candidate.view()).ok();

    const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;
    expect(opened).toMatchObject({ status: 'scheduled', can_join: true, answered_questions: 0 });
    expect(opened).toMatchObject({ total_questions: 3, duration_minutes: 60 });
    expect(minutes(opened.opens_at, opened.starts_at)).toBe(15);
    expect(minutes(opened.ends_at, opened.expires_at)).toBe(120);
    expect({ ...viewed, server_time: '' }).toEqual({ ...opened, server_time: '' });
    // A scanner's GET leaves no trace; the page's own call is noted.
    expect(afterwards).toEqual(before);
    const { audit, status } = (await recruiter.read(candidate.interview_id)).ok();
    expect([status, audit.at(-1)?.event]).toEqual(['scheduled', 'page_opened']);
  });
});
