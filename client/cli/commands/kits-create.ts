import { readFile } from 'node:fs/promises';
import { UsageError } from '../../../bin/command.ts';
import type { Input } from '../../types.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { note, print, printJson } from '../screen.ts';
import { wholeNumber } from '../whole-number.ts';
import { linesOfKit } from './kits-show.ts';

export const kitsCreate = command({
  summary: 'Have a kit written for a job, as a draft to read and approve',
  options: {
    title: { type: 'string', value: 'TEXT', says: 'the job title; required' },
    'description-file': { type: 'string', value: 'FILE', says: 'what the job is; required' },
    type: {
      type: 'string',
      value: 'TYPE',
      says: 'technical, behavioral, coding, system_design, general',
    },
    difficulty: { type: 'string', value: 'LEVEL', says: 'easy, medium or hard' },
    language: { type: 'string', value: 'TAG', says: 'such as en-US, the default, or de-DE' },
    questions: { type: 'string', value: 'N', says: 'how many questions; 5 unless told' },
  },
  examples: [['--title "Night Freight Dispatcher" --description-file job.txt', 'takes a minute']],
  async run({ values, signal }) {
    const { title, 'description-file': file, type, difficulty, language, questions } = values;
    if (!title || !file) throw new UsageError('--title and --description-file are required');
    const talaro = await deployment(values);
    note('Writing the kit …');
    const kit = await talaro.createKit(
      {
        job_title: title,
        job_description: await readFile(file, 'utf8'),
        // What they may be is the API's to say.
        ...({ ai_interview_type: type, difficulty, language } as Partial<Input<'createKit'>>),
        ...(questions && { question_count: wholeNumber('questions', questions) }),
      },
      { signal },
    );
    if (values.json) printJson(kit, 2);
    else for (const line of [...linesOfKit(kit), `talaro kits approve ${kit.kit_id}`]) print(line);
  },
});
