import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createClient } from '../../../client/client.ts';
import { machineSession } from '../../../client/logins.ts';
import { machineScopes } from '../../../shared/http/caller.ts';
import { administrator, endpointNames, rows } from '../../support/client.ts';
import { codeBlocks, runIn } from '../../support/client-package.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { sampleRequests } from './samples.ts';

const stack = await sharedTestStack();
const base_url = stack.url;

it('calls every endpoint, and hands on what it answers', async () => {
  const recruiter = await stack.api.logIn();
  const samples = await sampleRequests(stack, recruiter);
  const session = { access: async () => recruiter.access };
  const talaro = createClient({ base_url, session, attempts: 1 });
  const strange: string[] = [];

  for (const name of endpointNames) {
    const { params, query, body } = samples[name];
    const answer = await Object(talaro)[name]({ ...params, ...query, ...Object(body) });
    if (!rows[name].response.safeParse(answer).success) strange.push(name);
  }

  expect(strange).toEqual([]);
});

it('is a machine client of the deployment', async () => {
  const client = await stack.cognito.createMachineClient('ats', Object.values(machineScopes));
  const talaro = createClient({ base_url, session: machineSession({ base_url, ...client }) });

  const [kits, users] = await Promise.allSettled([talaro.listKits(), talaro.listUsers()]);

  expect(kits.status).toBe('fulfilled');
  expect(users).toMatchObject({ status: 'rejected', reason: { code: 'forbidden', status: 403 } });
});

it('does what its README says', async () => {
  const folder = await dataFolder();
  const own = `'${pathToFileURL('client/index.ts')}'`;
  const blocks = await codeBlocks('client/README.md', 'js');
  const [first, page = '', ...more] = blocks.map((code) => code.replaceAll("'talaro-client'", own));
  const { email, password } = administrator;
  const logged = `const real = fetch;
const { TALARO_URL: origin } = process.env;
globalThis.fetch = (path, init) =>
  real(origin + path, { ...init, headers: { ...init.headers, origin } });
await logIn('${email}', '${password}');
console.log((await talaro.listKits()).items.length >= 0);`;
  await writeFile(join(folder, 'program.mjs'), [first, ...more].join('\n'));
  await writeFile(join(folder, 'page.mjs'), `${page}\n${logged}`);
  const env = { TALARO_URL: base_url, TALARO_EMAIL: email, TALARO_PASSWORD: password };

  const [program, inPage] = await Promise.all([
    runIn(folder, ['program.mjs'], env),
    runIn(folder, ['page.mjs'], env),
  ]);

  expect(program.stdout).toMatch(/^http:.+\/api\/interviews\/public\/\S+\/\n(.*\n)*Amara Okafor\n/);
  expect(program.stdout).toMatch(/\ncandidate_name .+\ncandidate_email .+\n(.+\n)*true\n$/);
  expect(inPage.stdout).toBe('true\n');
  expect(program.stderr + inPage.stderr).toBe('');
});
