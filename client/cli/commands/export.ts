import { UsageError } from '../../../bin/command.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { isThere, writeOwn } from '../own-file.ts';
import { note, print } from '../screen.ts';
import { jsonText } from '../terminal-text.ts';

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
    const prints = values.out === '-' || (values.json && !values.out);
    const file = values.out ?? `interview-${interview_id.replace(/[^\w-]/g, '')}.json`;
    if (!prints && (await isThere(file)) && !values.force) {
      throw new UsageError(`${file} is there already; --force replaces it`);
    }
    const talaro = await deployment(values);
    const text = jsonText(await talaro.exportInterview({ interview_id }, { signal }), 2);
    if (prints) {
      print(text);
      return;
    }
    await writeOwn(file, `${text}\n`);
    note(`Written to ${file}. It is about a person: delete it when you are done.`);
  },
});
