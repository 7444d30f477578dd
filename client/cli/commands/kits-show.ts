import type { Output } from '../../types.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** A kit to read: what is asked, and what each answer is judged by. */
export const linesOfKit = (kit: Output<'getKit'>): string[] => {
  const names = new Map(kit.competencies.map(({ id, name }) => [id, name]));
  return [
    `${kit.job_title}, version ${kit.version}, ${kit.status}${kit.archived ? ', archived' : ''}`,
    `${kit.ai_interview_type}, ${kit.difficulty}, ${kit.language}`,
    ...kit.competencies.map(({ name, weight }) => `  ${percent(weight).padStart(4)} ${name}`),
    ...kit.questions.flatMap(({ text, competency_id, rubric }, n) => [
      `${n + 1}. ${text} (${names.get(competency_id) ?? competency_id})`,
      ...rubric.criteria.map(({ name, weight }) => `     ${percent(weight).padStart(4)} ${name}`),
    ]),
  ].map((line) => line.replace(/^( *)(.*)$/s, (_, blanks: string, text) => blanks + plain(text)));
};

export const kitsShow = command({
  summary: 'Show a kit: its competencies, questions and what they are judged by',
  takes: ['ID'],
  options: { version: { type: 'string', value: 'N', says: 'an older version than the newest' } },
  examples: [
    ['0d9de4a2-…', 'to read'],
    ['0d9de4a2-… --json', 'all of it, rubrics too'],
  ],
  async run({ values, args: [kit_id = ''], signal }) {
    const talaro = await deployment(values);
    const { version } = values;
    const kit = await talaro.getKit({ kit_id, ...(version && { version }) }, { signal });
    if (values.json) printJson(kit, 2);
    else for (const line of linesOfKit(kit)) print(line);
  },
});
