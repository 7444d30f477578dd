import { open } from 'node:fs/promises';
import { UsageError } from '../../../bin/command.ts';
import { replaceFile } from '../../../local/wire/replace-file.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { note, print } from '../screen.ts';
import { jsonText } from '../terminal-text.ts';

/** @throws UsageError for a file that is there */
const writeNew = async (file: string, text: string) => {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new UsageError(`${file} is there already; --force replaces it`);
  });
  await handle.writeFile(text).finally(() => handle.close());
};

export const exportCommand = command({
  summary: 'Write everything about an interview to a file, for you alone to read',
  takes: ['ID'],
  options: {
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      says: 'interview-ID.json unless told; - prints it',
    },
    force: { type: 'boolean', says: 'replace the file if there is one' },
  },
  examples: [
    ['5b1fd9f4-…', 'to interview-5b1fd9f4-….json'],
    ['5b1fd9f4-… --out - | jq .responses', 'to another program'],
  ],
  async run({ values, args: [interview_id = ''], signal }) {
    const talaro = await deployment(values);
    const text = jsonText(await talaro.exportInterview({ interview_id }, { signal }), 2);
    if (values.out === '-' || (values.json && !values.out)) {
      print(text);
      return;
    }
    const file = values.out ?? `interview-${interview_id.replace(/[^\w-]/g, '')}.json`;
    await (values.force ? replaceFile : writeNew)(file, `${text}\n`);
    note(`Written to ${file}. It is about a person: delete it when you are done.`);
  },
});
