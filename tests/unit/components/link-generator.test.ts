import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createClient } from '../../../client/client.ts';
import type { LinkView } from '../../../shared/contract/link-view.ts';
import {
  AIInterviewLinkGenerator,
  type AIInterviewLinkGeneratorProps,
} from '../../../web/components/ai-interview-link-generator/index.tsx';
import {
  completed,
  englishLabels,
} from '../../../web/components/ai-interview-link-generator/labels.ts';
import { moment, sentenceOf } from '../../../web/components/ai-interview-link-generator/wording.ts';

test('the typed client’s call is a function that makes the link, and its refusals are for people', async () => {
  const asked: string[] = [];
  const talaro = createClient({
    fetch: async (url) => {
      asked.push(String(url));
      return Response.json({ error: 'This interview was cancelled', code: 'x' }, { status: 409 });
    },
  });
  const generate: AIInterviewLinkGeneratorProps<LinkView>['generate'] = (
    interview_id,
    { signal },
  ) => talaro.generateLink({ interview_id }, { signal });

  const refusal = await generate('one', new AbortController()).catch((error: unknown) => error);

  expect(sentenceOf(refusal)).toBe('This interview was cancelled');
  expect(asked).toEqual(['/api/ai-interview/generate-link/one/']);
});

test('a server can write it, in the zone and the words that it is given', () => {
  const html = renderToString(
    createElement(AIInterviewLinkGenerator, {
      interviewId: 'one',
      generate: () => Promise.reject(),
      initial: {
        candidate_name: '<b>Alex</b>',
        public_interview_url: 'https://interviews.example.com/x/',
        expires_at: '2099-11-27T21:00:00Z',
      },
      locale: 'de',
      timeZone: 'Europe/Berlin',
      labels: { copy: 'Kopieren' },
    }),
  );

  expect(html).toContain('<bdi>&lt;b&gt;Alex&lt;/b&gt;</bdi>');
  expect(html).toMatch(
    /<time dateTime="2099-11-27T21:00:00Z" lang="de">Fr., 27. Nov. 2099.+22:00 MEZ/,
  );
  expect(html).toContain('<span>Kopieren</span>');
});

test('a link that has ended says so', () => {
  const html = renderToString(
    createElement(AIInterviewLinkGenerator, {
      interviewId: 'one',
      generate: () => Promise.reject(),
      initial: { public_interview_url: 'https://x.example/', expires_at: '2020-01-01T00:00:00Z' },
    }),
  );

  expect(html).toContain('<dt>Ended</dt>');
});

test('a time that cannot be read, or a zone that is none, is shown as it was given', () => {
  expect(moment('soon', {})).toBe('soon');
  expect(moment('2026-11-27T21:00:00Z', { timeZone: 'Nowhere/Land' })).toBe('2026-11-27T21:00:00Z');
});

test('labels that are left out or are no text are in English', () => {
  const given = { copy: 'Kopieren', copied: undefined, link: 7 } as unknown as { copy: string };

  expect(completed(given)).toEqual({ ...englishLabels, copy: 'Kopieren' });
});

test('the README has every label with its words, every prop and every colour', () => {
  const read = (name: string) =>
    readFileSync(`web/components/ai-interview-link-generator/${name}`, 'utf8');
  const readme = read('README.md');
  const props = read('props.ts').split('Props<')[1] ?? '';
  const names = [
    ...Object.keys(englishLabels),
    ...[...props.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name),
    ...[...read('style.css').matchAll(/var\((--talaro[\w-]+)/g)].map(([, name]) => name),
  ];

  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(Object.values(englishLabels).filter((words) => !readme.includes(words))).toEqual([]);
  expect(names.length).toBeGreaterThan(35);
});

test.each([
  ['a failed request', new TypeError('Failed to fetch'), null],
  ['an abort', new DOMException('The operation was aborted', 'AbortError'), null],
  ['an answer that is no JSON', new SyntaxError('Unexpected token <'), null],
  ['nothing', undefined, null],
  ['an error without words', new Error(''), null],
  ['a sentence of the server', new Error('Interview not found'), 'Interview not found'],
])('of %s people are told what was made for them', (_, error, said) => {
  expect(sentenceOf(error)).toBe(said);
});
