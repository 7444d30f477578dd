import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildClient } from '../../client/build.ts';

const run = promisify(execFile);

/** A program to run with Node in a folder; what it prints, and its failure as an Error. */
export const runIn = async (
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, args, { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', ...env } });

/**
 * Builds the package, packs it, and installs it into an empty project without a network.
 * @returns the folder of the project, and that of the package as it was built
 */
export const installClient = async (folder: string) => {
  const built = join(folder, 'built');
  const project = join(folder, 'project');
  await buildClient(built);
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
  const npm = (args: string[], cwd: string) =>
    run('npm', [...args, '--offline', '--no-audit', '--no-fund', '--silent'], { cwd });
  const { stdout } = await npm(['pack', '--pack-destination', folder], built);
  await npm(['install', join(folder, stdout.trim())], project);
  return { built, project };
};

/** The code blocks of a document in a language, in its order. */
export const codeBlocks = async (file: string, language: string): Promise<string[]> =>
  [...(await readFile(file, 'utf8')).matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(
    ([, name, code = '']) => (name === language ? [code] : []),
  );
