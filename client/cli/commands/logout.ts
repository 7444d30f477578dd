import { unlessRefused } from '../../session.ts';
import { command } from '../command.ts';
import { readConfig, saveLogin } from '../config.ts';
import { addressOf, anonymous, folder } from '../deployment.ts';
import { print, printJson } from '../screen.ts';

export const logout = command({
  summary: 'End the login of a deployment and forget it',
  options: {},
  examples: [['', 'of the deployment that was logged in to last']],
  async run({ values }) {
    const url = await addressOf(values.url);
    const stored = (await readConfig(folder())).logins[url];
    if (stored) await saveLogin(folder(), url, null);
    // Forgotten first: it is gone from this machine even where nobody answers.
    if (stored?.refresh) await unlessRefused(anonymous(url).logout({ refresh: stored.refresh }));
    if (values.json) printJson({ url, logged_out: stored !== undefined });
    else print(stored ? `Logged out of ${url}.` : `There was no login for ${url}.`);
  },
});
