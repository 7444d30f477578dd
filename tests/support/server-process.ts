import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
};

/** `npm start` as a process of its own, which can be killed and started again on the same data. */
export const serverProcess = async (folder: string) => {
  const port = await freePort();
  let output = '';
  let child: ChildProcess | null = null;
  const start = async () => {
    const args = ['bin/local.ts', '--port', String(port), '--data', folder, '--verbose'];
    const started = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // What the tests compile, the server need not: where `enableCompileCache` keeps it.
      env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env },
    });
    child = started;
    const before = output.length;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    while (!output.slice(before).includes('Talaro is running')) {
      if (started.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    start,
    /** Kills the process at once, without any cleanup. */
    kill: () => end('SIGKILL'),
    /** Has the process end as Ctrl-C does. */
    stop: () => end('SIGTERM'),
    /** All output, logs included. */
    output: () => output,
  };
};
