import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, type RunEvents } from '../../../bench/eval/evaluate.ts';
import { readOptions } from '../../../bench/eval/options.ts';
import { markdownReport } from '../../../bench/eval/report/markdown.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harness-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (
  args: string[],
  onEstimate: RunEvents['onEstimate'] = async () => true,
): Promise<Evaluation | null> => {
  const options = readOptions(['--limit', '1', '--runs', '2', ...args], { KEY: 'sk-1' });
  if (!options) throw new Error('These options request the help text');
  return evaluate(options, { onEstimate, onAnswer: () => undefined }, folder);
};

describe('npm run eval', () => {
  it('takes every measure on both parts, and repeats none when it is resumed', async () => {
    const first = await run([]);

    const second = await run(['--resume']);

    expect(Object.keys(first?.measured ?? {})).toHaveLength(10);
    expect(first).toMatchObject({ evaluator: 'offline', whole: false, cost: { dollars: 0 } });
    expect(first?.usage.calls).toBeGreaterThan(50);
    expect(second?.usage.calls).toBe(first?.usage.failed);
    expect(second?.measured).toEqual(first?.measured);
  }, 60_000);

  it('calls no model if the estimate is refused', async () => {
    const seen: unknown[] = [];

    const evaluation = await run(
      ['--model', 'global.anthropic.claude-haiku-5-5'],
      async (estimate, dollars) => {
        seen.push(estimate.calls, dollars);
        return false;
      },
    );

    expect(evaluation).toBeNull();
    expect(seen).toEqual([expect.any(Number), expect.any(Number)]);
    expect(seen[1]).toBeGreaterThan(0);
  });

  /** What a reader at level 1 replies to a request, whatever it reads. */
  const lowestReading = (request: string) =>
    JSON.stringify({
      criteria: [...new Set(request.match(/(?<=\\"id\\":\\")[a-z0-9-]+/g))].map((criterion_id) => ({
        criterion_id,
        quotes: [],
        warning_signs: [],
        reason: 'Nothing of it is in the answer.',
        level: 1,
      })),
      feedback: { strength: 'You told a whole case.', tip: 'Say what you did yourself.' },
      instructions_in_answer: false,
    });

  it.each([
    [
      'names one that gives no reading',
      () => 'I would rather not say.',
      '# qwen3:8b does not pass: Harmful answers held – (≥ 95.0%)',
    ],
    [
      'says of one that was measured only in part that it was',
      lowestReading,
      '# qwen3:8b was measured only in part',
    ],
  ])('measures a model behind a server’s URL with its key, and %s', async (_what, reply, line) => {
    const keys = new Set<string | undefined>();
    const server = createServer(async (request, response) => {
      keys.add(request.headers.authorization);
      const content = reply(await text(request));
      const choices = [{ message: { content }, finish_reason: 'stop' }];
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ choices }));
    }).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const at = ['--model-url', `http://localhost:${port}/v1`, '--model-key-env', 'KEY'];

    const evaluation = await run([...at, '--model', 'qwen3:8b', '--only', 'harmful']);

    server.close();
    expect([...keys]).toEqual(['Bearer sk-1']);
    expect(evaluation).toMatchObject({
      evaluator: 'openai-compatible',
      model: 'qwen3:8b',
      cost: { dollars: 0 },
    });
    const [first] = evaluation ? markdownReport(evaluation, 'x').split('\n') : [];
    expect(first).toBe(line);
    expect(JSON.stringify(evaluation)).not.toContain('sk-1');
  });
});
