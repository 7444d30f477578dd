import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administrator } from '../../support/client.ts';
import { commandLine } from '../../support/command-line.ts';
import { answerAll, inMinutes, newKit } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';

const stack = await sharedTestStack();
const talaro = await commandLine(stack.url);
const job_title = 'Command Line Operator';
const hostile = '=HYPERLINK("http://evil.example")\u001b[2J\u009b\u202e😀';
let kit_id = '';

const header = 'candidate_name,candidate_email,kit_id,starts_at,ends_at';
const rowOf = (n: number, name = `Person ${n}`, email = `person${n}@example.com`) =>
  `"${name.replaceAll('"', '""')}",${email},${job_title},2099-12-01 08:00,2099-12-03 20:00`;

const record = (value: unknown): Record<string, unknown> => Object(value);
const textOf = (value: unknown) => String(value);
const logins = async () => JSON.parse(await readFile(talaro.file('config/logins.json'), 'utf8'));

beforeAll(async () => {
  await stack.users.create('first@example.com', 'Temporary1', {
    group: 'recruiter',
    permanent: false,
  });
  const { access } = await stack.api.logIn();
  kit_id = (await stack.api.call('createKit', { access, body: newKit({ job_title }) })).ok().kit_id;
  await talaro.run(['login', '--email', administrator.email], {
    input: `${administrator.password}\n`,
  });
});
afterAll(() => talaro.remove());

it('a first login asks for a password of one’s own, and the login is forgotten again', async () => {
  const fresh = await commandLine(stack.url);
  const without = await fresh.run(['list']);
  const input = 'first@example.com\nTemporary1\nMy-own-password-7\n';
  const login = await fresh.run(['login'], { input });
  const who = await fresh.run(['whoami']);
  const out = await fresh.run(['logout']);
  const after = await fresh.run(['list']);
  await fresh.remove();

  expect(without).toMatchObject({ status: 3, out: '' });
  expect(without.err).toBe(`There is no login for ${stack.url}. Log in with: talaro login\n`);
  expect([login.status, who.out]).toEqual([0, `first@example.com at ${stack.url}\n`]);
  expect(login.out + login.err).not.toMatch(/Temporary1|My-own/);
  expect([out.status, after.status]).toEqual([0, 3]);
});

it('an interview is created, watched while it is answered, decided, exported and erased', async () => {
  const [made] = await talaro.json(
    ...['create', '--name', hostile, '--email', 'hostile@example.com', '--kit', job_title],
    ...['--starts-at', inMinutes(-1), '--ends-at', inMinutes(60 * 30)],
  );
  const interview_id = textOf(record(made?.interview).interview_id);
  const candidate = stack.api.candidate(
    record(made?.link) as Parameters<typeof stack.api.candidate>[0],
  );
  const watching = talaro.spawned(['watch', interview_id]);
  const seen = watching.stdout ? text(watching.stdout) : Promise.resolve('');
  const ended = once(watching, 'exit');
  await candidate.start();
  await answerAll(candidate);
  await candidate.complete();
  const [watched] = await ended;
  const link = await talaro.run(['link', interview_id]);
  const decided = await talaro.run([
    'review',
    interview_id,
    '--decision',
    'advance',
    '--reason',
    'Clear',
  ]);
  const listed = await talaro.run(['list', '--email', 'hostile@example.com']);
  const [json] = await talaro.json('list', '--email', 'hostile@example.com');
  const exported = await talaro.run(['export', interview_id, '--out', 'all.json']);
  const again = await talaro.run(['export', interview_id, '--out', 'all.json']);
  const erased = await talaro.run(['erase', interview_id, '--yes', '--reason', 'mistake']);

  expect([watched, link.status, decided.status, exported.status, erased.status]).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(await seen).toMatch(
    /completed, 3 of 3 answered; (?:score \d+|not scored).*a person decides\n$/,
  );
  expect(link.out).toBe(`${record(made?.link).public_interview_url}\n`);
  expect(listed.out).toMatch(/completed +3 of 3 .*advance/);
  expect(listed.out).toContain('=HYPERLINK("http://evil.example")␛[2J\ufffd😀');
  expect(json?.candidate_name).toBe(hostile);
  const stored = JSON.parse(await readFile(talaro.file('all.json'), 'utf8'));
  expect(stored.candidate_name).toBe(hostile);
  expect((await stat(talaro.file('all.json'))).mode & 0o777).toBe(0o600);
  expect([again.status, again.err]).toEqual([2, expect.stringContaining('--force replaces it')]);
  expect((await talaro.run(['watch', interview_id])).status).toBe(1);
});

it('what cannot be asked for without a person is refused unless it is said', async () => {
  const [made] = await talaro.json(
    'create',
    '--name',
    'B',
    '--email',
    'b@example.com',
    '--kit',
    kit_id,
    '--starts-at',
    inMinutes(60),
  );
  const id = textOf(record(made?.interview).interview_id);
  const calls = await Promise.all([
    talaro.run(['erase', id]),
    talaro.run(['link', id, '--new']),
    talaro.run(['review', id]),
    talaro.run(['create', '--name', 'C']),
  ]);
  const url = (await talaro.run(['link', id])).out;

  expect(calls.map(({ status }) => status)).toEqual([2, 2, 2, 2]);
  expect(url).toBe(`${record(made?.link).public_interview_url}\n`);
  expect((await talaro.run(['link', id, '--new', '--yes'])).out).not.toBe(url);
});

it('of 30 rows with three that are wrong nothing is sent, and then the others', async () => {
  const rows = Array.from({ length: 30 }, (_, n) => rowOf(n + 1));
  rows[0] = rowOf(1, hostile);
  rows[6] = rowOf(7, 'Rosalind', 'rosalind.o@');
  rows[14] = rowOf(15).replace('12-03', '11-03');
  rows[21] = rowOf(22).replace(job_title, 'Comand Line');
  await writeFile(talaro.file('people.csv'), [header, ...rows].join('\r\n'));

  const checked = await talaro.run(['batch', 'people.csv', '--check']);
  const refused = await talaro.run(['batch', 'people.csv']);
  const before = (
    await talaro.json('list', '--kit', kit_id, '--from', '2099-01-01', '--most', 'all')
  ).length;
  const made = await talaro.run([
    'batch',
    'people.csv',
    '--skip-wrong',
    '--wrong',
    'fix.csv',
    '--out',
    'links.csv',
  ]);

  expect([checked.status, refused.status, made.status]).toEqual([1, 1, 0]);
  expect(checked.err.match(/^Wrong: .*$/gm)).toEqual([
    'Wrong: row 7 (line 8), Rosalind: candidate_email is not an e-mail address',
    'Wrong: row 15 (line 16), Person 15: ends_at must be after starts_at',
    'Wrong: row 22 (line 23), Person 22: kit_id is not one of your kits',
  ]);
  expect(before).toBe(0);
  const links = await readFile(talaro.file('links.csv'), 'utf8');
  expect(links.match(/\/api\/interviews\/public\//g)).toHaveLength(27);
  expect(links).toContain(`"'=HYPERLINK(""http://evil.example"")`);
  expect((await readFile(talaro.file('fix.csv'), 'utf8')).split('\r\n')).toHaveLength(5);

  for (const at of [6, 14, 21]) rows[at] = rowOf(at + 1);
  await writeFile(talaro.file('people.csv'), [header, ...rows].join('\r\n'));
  const mended = talaro.spawned(['batch', 'people.csv', '--out', 'links.csv']);
  // Whoever read how far it is has gone: the work goes on.
  mended.stderr?.destroy();
  const [status] = await once(mended, 'exit');
  const all = await readFile(talaro.file('links.csv'), 'utf8');
  const after = await talaro.json('list', '--kit', kit_id, '--from', '2099-01-01', '--most', 'all');

  expect(status).toBe(0);
  expect(all.match(/\/api\/interviews\/public\//g)).toHaveLength(30);
  expect(after).toHaveLength(30);
});

it('a batch that is killed and run again makes nothing twice', async () => {
  const rows = Array.from({ length: 103 }, (_, n) =>
    rowOf(n, `Killed ${n}`, `killed${n}@example.com`),
  );
  await writeFile(
    talaro.file('killed.csv'),
    [header, ...rows].join('\n').replaceAll('2099', '2098'),
  );
  const args = ['batch', 'killed.csv', '--no-links', '--out', 'ids.csv'];
  const child = talaro.spawned(args);
  const ended = once(child, 'exit');
  let stored = 0;
  const off = stack.hear((service, operation) => {
    if (service !== 'dynamodb' || operation !== 'TransactWriteItems') return;
    stored += 1;
    if (stored === 50) child.kill('SIGKILL');
  });
  const [, signal] = await ended;
  off();

  const again = await talaro.run(args);

  expect([signal, again.status]).toEqual(['SIGKILL', 0]);
  const listed = await talaro.json(
    'list',
    '--kit',
    kit_id,
    '--from',
    '2098-01-01',
    '--to',
    '2099-01-01',
    '--most',
    'all',
  );
  expect(listed).toHaveLength(103);
  expect(new Set(listed.map(({ candidate_email }) => candidate_email)).size).toBe(103);
});

it('Ctrl-C ends a watch without a word', async () => {
  const [made] = await talaro.json(
    'create',
    '--name',
    'D',
    '--email',
    'd@example.com',
    '--kit',
    kit_id,
    '--starts-at',
    inMinutes(60),
  );
  const child = talaro.spawned(['watch', textOf(record(made?.interview).interview_id)]);
  const ended = once(child, 'exit');
  const said = child.stderr ? text(child.stderr) : Promise.resolve('?');
  child.stdout?.once('data', () => child.kill('SIGINT'));

  expect(await ended).toEqual([130, null]);
  expect(await said).toBe('');
});

it('a token that has ended is renewed and kept; one that cannot be takes a new login', async () => {
  const file = talaro.file('config/logins.json');
  const before = await logins();
  const ended = { ...before.logins[stack.url], access: 'gone', ends: 0 };
  await writeFile(file, JSON.stringify({ ...before, logins: { [stack.url]: ended } }));

  const renewed = await talaro.run(['kits']);
  const kept = await logins();
  await writeFile(
    file,
    JSON.stringify({ ...before, logins: { [stack.url]: { ...ended, refresh: 'no' } } }),
  );
  const refused = await talaro.run(['kits']);
  await writeFile(file, JSON.stringify(kept));

  expect(renewed.status).toBe(0);
  expect(kept.logins[stack.url].ends).toBeGreaterThan(Date.now());
  expect(kept.logins[stack.url].refresh).toBe(ended.refresh);
  expect(refused.status).toBe(3);
  expect(refused.err).toMatch(/Log in with: talaro login/);
});

it('two deployments have a login each, and a script needs none', async () => {
  const other = stack.url.replace('localhost', '127.0.0.1');
  const env = { TALARO_EMAIL: administrator.email, TALARO_PASSWORD: administrator.password };
  const login = await talaro.run(['login', '--url', other, '--json'], { env });
  const both = await logins();
  const last = await talaro.run(['whoami'], { env: { TALARO_URL: '' } });
  await talaro.run(['logout', '--url', other]);
  const first = await talaro.run(['whoami']);
  const script = await talaro.run(['whoami', '--json'], {
    env: { ...env, TALARO_CONFIG_DIR: talaro.file('none') },
  });

  expect(JSON.parse(login.out)).toEqual({ url: other, who: administrator.email });
  expect(Object.keys(both.logins)).toEqual([stack.url, other]);
  expect(last.out).toBe(`${administrator.email} at ${other}\n`);
  expect([first.status, script.status]).toEqual([0, 0]);
  expect(JSON.stringify(both)).not.toContain(administrator.password);
});
