import { readFile } from 'node:fs/promises';
import { UsageError } from '../../../bin/command.ts';
import type { Values as Cells } from '../../people-columns.ts';
import { type NewInterview, personCheck } from '../../person-check.ts';
import { ask, isInteractive } from '../ask.ts';
import { type Command, command, type Values } from '../command.ts';
import { deployment } from '../deployment.ts';
import { everyKit } from '../every-kit.ts';
import { zoneOf } from '../own-zone.ts';
import { note, print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';

const options = {
  name: {
    type: 'string',
    value: 'NAME',
    says: 'the candidate; asked for if left out, as the next three',
  },
  email: { type: 'string', value: 'ADDRESS', says: 'of the candidate' },
  kit: { type: 'string', value: 'KIT', says: 'id or job title of a kit' },
  'starts-at': { type: 'string', value: 'TIME', says: 'such as "2026-12-01 08:00"' },
  'ends-at': { type: 'string', value: 'TIME', says: 'an hour later unless told' },
  zone: { type: 'string', value: 'ZONE', says: 'of these times; that of this machine unless told' },
  title: { type: 'string', value: 'TEXT', says: 'the job title, where there is no kit' },
  'description-file': {
    type: 'string',
    value: 'FILE',
    says: 'what the job is, where there is no kit',
  },
  'resume-file': { type: 'string', value: 'FILE', says: 'the résumé as text' },
  type: {
    type: 'string',
    value: 'TYPE',
    says: 'technical, behavioral, coding, system_design, general',
  },
  difficulty: { type: 'string', value: 'LEVEL', says: 'easy, medium or hard' },
  language: { type: 'string', value: 'TAG', says: 'such as en-US or de-DE' },
  questions: { type: 'string', value: 'N', says: '3 to 15 questions' },
  'no-link': { type: 'boolean', says: 'make no link yet' },
} as const satisfies Command['options'];

const textIn = (file: string | undefined) => (file ? readFile(file, 'utf8') : undefined);

/** An option, or what a person says instead. */
const given = (value: string | undefined, question: string) =>
  value ?? (isInteractive() ? ask(question) : '');

const cellsOf = async (values: Values<typeof options>): Promise<Cells> => {
  const job_description = await textIn(values['description-file']);
  const cells = {
    candidate_name: await given(values.name, 'Name of the candidate'),
    candidate_email: await given(values.email, 'E-mail address'),
    kit_id: job_description ? values.kit : await given(values.kit, 'Kit'),
    starts_at: await given(values['starts-at'], 'Opens at, such as 2026-12-01 08:00'),
    ends_at: await given(values['ends-at'], 'Closes at'),
    job_title: values.title,
    job_description,
    resume_text: await textIn(values['resume-file']),
    ai_interview_type: values.type,
    difficulty: values.difficulty,
    language: values.language,
    question_count: values.questions,
  };
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
};

/** @throws UsageError for what cannot be sent */
const checked = (
  cells: Cells,
  zone: string,
  kits: Parameters<typeof personCheck>[0]['kits'],
): NewInterview => {
  const { interview, problems, warnings } = personCheck({ zone, kits, now: new Date() })(cells);
  for (const { message } of warnings) note(`Note: ${plain(message)}`);
  if (interview) return interview;
  throw new UsageError(problems.map(({ message }) => message).join('; '));
};

export const create = command({
  summary: 'Create an interview and print its link',
  options,
  examples: [
    ['', 'asks for everything'],
    ['--kit "Night Freight Dispatcher" --starts-at "2026-12-01 08:00"', 'asks for the rest'],
    ['--title Baker --description-file job.txt', 'for a job without a kit'],
  ],
  async run({ values, signal }) {
    const zone = zoneOf(values.zone);
    const talaro = await deployment(values);
    const kits = await everyKit(talaro, signal);
    const interview = checked(await cellsOf(values), zone, kits);
    const made = await talaro.createInterview(interview, { signal });
    const { interview_id } = made;
    const wanted = made.starts_at !== null && !values['no-link'];
    const link = wanted ? await talaro.generateLink({ interview_id }, { signal }) : null;
    if (values.json) printJson({ interview: made, link });
    else if (link) print(link.public_interview_url);
    else print(interview_id);
    if (!values.json) note(`Interview ${interview_id} of ${plain(made.candidate_name)}`);
  },
});
