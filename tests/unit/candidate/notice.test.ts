import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Start } from '../../../shared/contract/endpoints/start-interview.ts';
import { fillNotice, type NoticeFacts, type Run } from '../../../shared/domain/notice/notice.ts';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { Session } from '../../../shared/domain/session.ts';
import { languageCodes } from '../../../web/candidate/i18n/catalogues.ts';
import { noticePoints } from '../../../web/candidate/parts/notice-points.tsx';
import { readNotice } from '../../../web/catalogues.ts';
import { aSession } from '../../support/records.ts';

const all = {
  employer: 'Müller & Söhne',
  contact: 'jobs@example.com',
  privacy: 'https://example.com/privacy',
  retention_days: 180,
  processor: 'Amazon Web Services',
} satisfies NoticeFacts;

/** Every choice of facts, from none to all. */
const choices: NoticeFacts[] = Object.entries(all).reduce<NoticeFacts[]>(
  (before, [name, value]) => before.flatMap((facts) => [facts, { ...facts, [name]: value }]),
  [{}],
);

const words = (runs: readonly Run[]) =>
  runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
const pointsOf = (code: string, facts: NoticeFacts) =>
  fillNotice(readNotice(currentNotice, code), code, facts).points;
const textOf = (code: string, facts: NoticeFacts) =>
  pointsOf(code, facts)
    .map(({ text }) => words(text))
    .join('\n');

describe.each(languageCodes)('the notice in %s', (code) => {
  test('reads well with every choice of facts', () => {
    expect(choices).toHaveLength(32);
    for (const facts of choices) {
      for (const { title, text } of pointsOf(code, facts)) {
        expect(title).not.toMatch(/[{}.।]/);
        expect(words(text)).toMatch(/^\S.*\S$/);
        expect(words(text)).toMatch(/[.।]$/);
        expect(words(text)).not.toMatch(/[{}]| {2}|undefined/);
      }
    }
  });

  test('says each fact that it is given, and does without each that it is not', () => {
    const full = textOf(code, all);

    for (const [name, value] of Object.entries(all)) {
      if (name === 'privacy') continue;
      expect(full).toContain(String(value));
      expect(textOf(code, { ...all, [name]: undefined })).not.toContain(String(value));
    }
  });

  test('links to the contact and to the privacy notice, and to nothing else', () => {
    const links = (facts: NoticeFacts) =>
      pointsOf(code, facts).flatMap(({ text }) => text.filter((run) => typeof run !== 'string'));

    expect(links({})).toEqual([]);
    expect(links(all)).toEqual([
      { text: 'jobs@example.com', href: 'mailto:jobs@example.com' },
      { text: expect.stringMatching(/^[^{}:]+$/), href: 'https://example.com/privacy' },
    ]);
  });

  test('names artificial intelligence in full before anything else', () => {
    const inFull =
      /artificial intelligence \(AI\)|künstlicher Intelligenz \(KI\)|inteligencia artificial \(IA\)|intelligence artificielle \(IA\)|आर्टिफ़िशियल इंटेलिजेंस \(AI\)|ذكاء اصطناعي/;

    expect(pointsOf(code, all)[0]?.title).toMatch(inFull);
  });
});

test('French has a no-break space before each sign that needs one', () => {
  expect(textOf('fr', all)).not.toMatch(/[ \w][:;?!»](\s|$)/);
});

test('a name is only a name: it fills in nothing, and turns no sentence round', () => {
  const text = textOf('en', { ...all, employer: '{contact} C++' });

  expect(text).toContain('\u2068{contact} C++\u2069 uses');
});

test('what functions read of the notice brings no text of it into their bundles', () => {
  expect(readFileSync('shared/domain/notice/versions.ts', 'utf8')).not.toMatch(/^import/m);
});

test('on the page a link tells its target nothing', () => {
  const { points } = fillNotice(readNotice(currentNotice, 'en'), 'en', all);
  const drawn = JSON.stringify(noticePoints(points), (key, value: unknown) =>
    key.startsWith('__') ? undefined : value,
  );

  expect(drawn).toContain('"href":"https://example.com/privacy","rel":"noreferrer"');
});

describe('a notice that was accepted before', () => {
  test('is still accepted, from a page that was open when the next one came', () => {
    for (const notice_version of ['2026-11', currentNotice]) {
      const sent = { interview_id: aSession().session_id, link_token: 'token', notice_version };

      expect(Start.safeParse(sent).success).toBe(true);
    }
  });

  test('can be read again as it was shown', () => {
    const stored = { version: '2026-11', accepted_at: '2026-11-23T10:05:00.000Z' } as const;
    const written = languageCodes.map((code) => readNotice(stored.version, code));
    const hash = createHash('sha256').update(JSON.stringify(written)).digest('hex');

    expect(Session.parse(aSession({ notice: stored })).notice).toEqual(stored);
    expect(hash).toBe('889ea4c3e29879e41e122f298f5e5501eaabea953e23c85b0ff5d182188a81cd');
    expect(fillNotice(readNotice('2026-11', 'en'), 'en', all).points[1]).toEqual({
      title: 'A person decides.',
      text: [
        'Somebody at the employer reads your answers and makes the decision. The score does not make it alone.',
      ],
    });
  });
});
