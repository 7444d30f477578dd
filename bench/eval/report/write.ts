import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Evaluation } from '../evaluate.ts';
import { fileName } from './format.ts';
import { markdownReport } from './markdown.ts';
import { plotsOf } from './plots.ts';

/**
 * Writes report, plots and numbers into a folder and returns the report's path. A model's report has
 * its name in the file name, so that it does not overwrite the offline one.
 */
export const writeReport = async (evaluation: Evaluation, folder: string): Promise<string> => {
  const { evaluator, model } = evaluation;
  const name = evaluator === 'offline' ? 'evaluation' : `evaluation-${fileName(model)}`;
  const details = join(folder, name);
  await mkdir(details, { recursive: true });
  const report = join(folder, `${name}.md`);
  await writeFile(report, markdownReport(evaluation, basename(details)));
  await writeFile(join(details, 'results.json'), `${JSON.stringify(evaluation, rounded, 1)}\n`);
  for (const [file, svg] of plotsOf(evaluation.measured)) await writeFile(join(details, file), svg);
  return report;
};

/** Six decimals are more than any of these numbers can bear. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value;
