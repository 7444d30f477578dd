import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { apiClient, type Reply } from '../../support/client.ts';
import { anAnswer, newInterview } from '../../support/interviews.ts';
import { until } from '../api/late.ts';

const program = fileURLToPath(new URL('../../../bin/local.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'talaro-crash-'));

/** A port that was free a moment ago. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};
const port = await freePort();
const api = apiClient(`http://localhost:${port}`);

const running = new Set<ChildProcess>();
const run = (data: string) => {
  const child = spawn(process.execPath, [program, '--port', String(port), '--data', data], {
    // A server that ends normally leaves its compiled code for its successors.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return { code, said };
  });
  return { child, ended, said: () => said };
};

let server: ReturnType<typeof run>;
const start = async () => {
  server = run(folder);
  await until(async () => {
    if (server.child.exitCode !== null) throw new Error(server.said());
    return api.call('readHealth').then(
      ({ status }) => status === 200,
      () => false,
    );
  });
};
const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
  server.child.kill(signal);
  return server.ended;
};

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all([...running].map((child) => once(child, 'exit')));
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Sends a request to a server that is killed this many ms later, then again to its successor. */
const throughDeath = async <Answer extends Reply>(
  milliseconds: number,
  request: () => Promise<Answer>,
): Promise<Answer> => {
  const lost = request().catch(() => null);
  await pause(milliseconds);
  await end('SIGKILL');
  await lost;
  await start();
  let reply = await request();
  // What died may have left a lease on its work for half a minute, and waiting ends before that.
  while (reply.text.includes('"code":"conflict"')) reply = await request();
  return reply;
};

describe('SIGTERM', { timeout: 60_000 }, () => {
  it('ends the server cleanly, and nothing is lost', async () => {
    await start();
    const recruiter = await api.logIn();
    const { interview_id } = (await recruiter.create(newInterview())).ok();
    const candidate = api.candidate((await recruiter.generate(interview_id)).ok());
    (await candidate.start()).ok();
    const { response_id } = (await candidate.submit(anAnswer(1))).ok();

    const { code } = await end('SIGTERM');
    await start();

    const { responses } = (await candidate.start()).ok();
    expect(code).toBe(0);
    expect(responses).toMatchObject([{ response_id, response_text: anAnswer(1) }]);
  });
});

describe('kill -9', { timeout: 240_000 }, () => {
  it('loses no answer, whether between or during the requests of an interview', async () => {
    const recruiter = await api.logIn();
    const { interview_id } = (await recruiter.create(newInterview())).ok();

    const link = (await throughDeath(60, () => recruiter.generate(interview_id))).ok();
    const candidate = api.candidate(link);
    const { questions } = (await throughDeath(4, () => candidate.start())).ok();
    const delays = [0, 12, 30];
    const answers: string[] = [];
    for (const [n, { id }] of questions.entries()) {
      const reply = await throughDeath(delays[n] ?? 0, () => candidate.submit(anAnswer(n), id));
      answers.push(reply.ok().response_id);
      const seen = (await candidate.start()).ok();
      expect(seen.responses.map(({ response_id }) => response_id)).toEqual(answers);
    }
    const completed = (await throughDeath(15, () => candidate.complete())).ok();
    // Killed after the seal: the evaluation is requested now, instead of waiting for the queue.
    if (completed.status === 'evaluating') (await recruiter.evaluate(interview_id)).ok();

    await until(async () => (await candidate.complete()).ok().status === 'completed');
    const read = (await recruiter.read(interview_id)).ok();
    expect(read.session).toMatchObject({ session_id: link.ai_session_id, answered_questions: 3 });
    expect(read.responses.map(({ response_text }) => response_text)).toEqual(
      [0, 1, 2].map(anAnswer),
    );
    expect(read.evaluation?.score).toEqual(expect.any(Number));
    expect(read.audit.filter(({ event }) => event === 'answer_stored')).toHaveLength(3);
  });
});

describe('a second server', { timeout: 60_000 }, () => {
  it('is refused the data folder of the first, in one sentence', async () => {
    const { code, said } = await run(folder).ended;

    expect(code).toBe(1);
    expect(said.split('\n').at(-2)).toMatch(/^The data folder .+ is (already )?in use.*\.$/);
  });

  it('is refused the port of the first, in one sentence', async () => {
    const other = await mkdtemp(join(tmpdir(), 'talaro-crash-'));

    const { code, said } = await run(other).ended;

    await rm(other, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(said.split('\n').at(-2)).toMatch(new RegExp(`^Port ${port} is in use; .+--port \\d+$`));
  });
});
