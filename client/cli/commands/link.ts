import { TalaroError } from '../../error.ts';
import type { Client } from '../../types.ts';
import { confirmed } from '../ask.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { shown, zoneOf } from '../own-zone.ts';
import { note, print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';

/** The link in use, or a first one. */
const getOrMake = async (talaro: Client, interview_id: string, signal: AbortSignal) => {
  try {
    return await talaro.getLink({ interview_id }, { signal });
  } catch (error) {
    if (!(error instanceof TalaroError) || error.code !== 'link_not_found') throw error;
    return talaro.generateLink({ interview_id }, { signal });
  }
};

const question = 'The link in use stops working at once; answers stay. Replace it?';

export const link = command({
  summary: 'Print the link of an interview, made now if it has none',
  takes: ['ID'],
  options: {
    new: { type: 'boolean', says: 'replace the link, which then works no more' },
    yes: { type: 'boolean', short: 'y', says: 'do so without asking' },
  },
  examples: [
    ['5b1fd9f4-…', 'the link in use'],
    ['5b1fd9f4-… --new', 'where the wrong person has it'],
  ],
  async run({ values, args: [interview_id = ''], signal }) {
    const talaro = await deployment(values);
    if (values.new && !(await confirmed(question, values.yes))) return 1;
    const made = values.new
      ? await talaro.regenerateLink({ interview_id }, { signal })
      : await getOrMake(talaro, interview_id, signal);
    if (values.json) {
      printJson(made);
      return 0;
    }
    print(made.public_interview_url);
    const zone = zoneOf(undefined);
    note(`For ${plain(made.candidate_name)}, until ${shown(made.expires_at, zone)} ${zone}`);
    if (made.is_expired) note('It has expired: give the interview another window.');
    return 0;
  },
});
