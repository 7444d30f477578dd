import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { endpoints } from '../../shared/contract/endpoints.ts';

const sources = globSync('{functions,shared}/**/*.ts').map((file) => {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import\(?) ?'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  );
  return { file, text, imports };
});
const shared = sources.filter(({ file }) => file.startsWith('shared/'));

test('a function imports nothing from the folder of another function', () => {
  const strangers = sources.flatMap(({ file, imports }) =>
    imports
      .filter((path) => path.startsWith('functions/') && dirname(path) !== dirname(file))
      .map((path) => `${file} imports ${path}`),
  );

  expect(strangers).toEqual([]);
});

test('shared imports nothing from outside shared', () => {
  const strangers = shared.flatMap(({ file, imports }) =>
    imports.filter((path) => !path.startsWith('shared/')).map((path) => `${file} imports ${path}`),
  );

  expect(strangers).toEqual([]);
});

test('every AWS client says in the log which of its calls failed', () => {
  const silent = sources.filter(({ text }) => /(?<!logged\(\s*)new \w+Client\(/.test(text));

  expect(silent.map(({ file }) => file)).toEqual([]);
});

test('shared reads the environment in two files only', () => {
  const readers = shared.filter(({ text }) => text.includes('process.env')).map(({ file }) => file);

  expect(readers.toSorted()).toEqual(['shared/http/env.ts', 'shared/http/log.ts']);
});

test('only handlers compose from the environment', () => {
  const composers = shared.filter(({ imports }) => imports.includes('shared/http/env.ts'));

  expect(composers.map(({ file }) => file)).toEqual([]);
});

test('an endpoint has the name of the folder of its function', () => {
  const folders = globSync('functions/*').map((path) => path.replace('functions/', ''));
  const camelCase = (name: string) =>
    name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

  for (const [name, { folder }] of Object.entries(endpoints)) {
    expect(folders).toContain(folder);
    expect(name).toBe(camelCase(folder));
  }
});

test('no page makes markup or code from text, which its policy would refuse', () => {
  const sinks =
    /\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|srcdoc|setHTMLUnsafe|parseFromString|createContextualFragment|\beval\(|new Function\(/i;
  const using = globSync('web/**/*.{ts,tsx,html}').filter((file) =>
    sinks.test(readFileSync(file, 'utf8')),
  );

  expect(using).toEqual([]);
});

test('the session cookie opens nothing: it is known to what ends and renews a login', () => {
  const knowing = sources.filter(
    ({ file, imports }) =>
      file.startsWith('functions/') && imports.includes('shared/users/session-cookie.ts'),
  );
  const reading = sources.filter(({ text }) =>
    /header\('cookie'\)|headers\.cookie|\['cookie'\]/i.test(text),
  );

  const folders = knowing.map(({ file }) => file.split('/')[1]);
  expect(folders.toSorted()).toEqual(['login', 'logout', 'refresh-login']);
  expect(reading.map(({ file }) => file)).toEqual(['shared/users/session-cookie.ts']);
});

test('the console keeps a zone and what is being written in the browser; a login is in memory alone', () => {
  const kept = /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie|caches\.)/;
  const keeping = globSync('{client,web/console,web/components}/**/*.{ts,tsx}').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return kept.test(text) ? [{ file, text }] : [];
  });

  expect(keeping.map(({ file }) => file)).toEqual(['web/console/device.ts']);
  // What imports nothing is given no token.
  expect(keeping[0]?.text).not.toMatch(/import|refresh|token/i);
});

test('no integration test replaces a module, which other files of its process share', () => {
  const replacing = globSync('tests/integration/**/*.test.ts').filter((file) =>
    /\bvi\.(?:mock|doMock)\(/.test(readFileSync(file, 'utf8')),
  );

  expect(replacing).toEqual([]);
});
