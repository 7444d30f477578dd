import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';
import { wholeNumber } from '../whole-number.ts';

export const kitsApprove = command({
  summary: 'Approve a version of a kit, the newest unless told',
  takes: ['ID'],
  options: { version: { type: 'string', value: 'N', says: 'which version' } },
  examples: [['0d9de4a2-…', 'the newest version']],
  async run({ values, args: [kit_id = ''], signal }) {
    const talaro = await deployment(values);
    const version = values.version
      ? wholeNumber('version', values.version)
      : (await talaro.getKit({ kit_id }, { signal })).version;
    const kit = await talaro.approveKit({ kit_id, version }, { signal });
    if (values.json) printJson(kit, 2);
    else print(`Version ${version} of ${plain(kit.job_title)} is approved.`);
  },
});
