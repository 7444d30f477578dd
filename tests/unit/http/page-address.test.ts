import { normalize } from 'node:path/posix';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAt } from '../../../shared/http/page-address.ts';

const generator = '/components/ai-interview-link-generator';

describe('the address of a page', () => {
  it.each([
    ['/', '/interview.html'],
    ['/console/', '/console/index.html'],
    ['/console/interviews/5f0c2d4e-7a31-4c7e-9a55-0d7f3b1c2e11', '/console/index.html'],
    ['/console/kits/5f0c2d4e-7a31-4c7e-9a55-0d7f3b1c2e11/versions', '/console/index.html'],
    ['/console/people/', '/console/index.html'],
    ['/docs/', '/docs/index.html'],
    [`${generator}/`, `${generator}/index.html`],
  ])('%s is answered by %s', (path, file) => {
    expect(pageAt(path)).toBe(file);
  });

  it.each(['/console', '/docs', generator])('%s leads to the same with a slash', (path) => {
    expect(pageAt(path)).toBe(`${path}/`);
  });

  it('stays as it is where it is that of a file, or of nothing', () => {
    const others = [
      '/interview.html',
      '/assets/console/main-1.js',
      '/console/index.html',
      '/console/lost.js',
      '/console/..',
      '/consoles/interviews',
      '/docs/lost',
      '/components',
      '//evil.example.com',
    ];

    expect(others.map(pageAt)).toEqual(others);
  });

  it('never leads out of the folder of the site, and a file’s is its own', () => {
    const parts = ['console', 'docs', 'assets', '..', '.', '', '%2e%2e', '%00', 'a.js', 'x', '\\'];
    const rubbish = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()));
    const isInside = (path: string) => normalize(`/site${path}`).startsWith('/site/');
    const pages = ['/interview.html', '/console/index.html'];

    fc.assert(
      fc.property(rubbish, (sent) => {
        const path = `/${sent.join('/')}`;
        const file = pageAt(path);

        expect([...pages, path, `${path}/`, `${path}index.html`]).toContain(file);
        expect(isInside(file) || !isInside(path)).toBe(true);
        expect(file.endsWith('/') || pageAt(file) === file).toBe(true);
      }),
    );
  });
});
