import { everyItem } from '../../pages.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { print, printJson, printTable } from '../screen.ts';

export const kits = command({
  summary: 'List the interview kits, newest first',
  options: { archived: { type: 'boolean', says: 'those that are archived instead' } },
  examples: [
    ['', 'as a table'],
    ['--json', 'as a line of JSON for each'],
  ],
  async run({ values, signal }) {
    const talaro = await deployment(values);
    const rows: string[][] = [];
    const query = { archived: values.archived ?? false, limit: 100 };
    for await (const kit of everyItem(talaro.listKits, query, { signal })) {
      if (values.json) printJson(kit);
      rows.push([kit.kit_id, kit.status, String(kit.version), kit.language, kit.job_title]);
    }
    if (values.json) return;
    if (rows.length > 0) printTable(['kit', 'status', 'version', 'language', 'job'], rows);
    else print('No kits yet. Make one with: talaro kits create');
  },
});
