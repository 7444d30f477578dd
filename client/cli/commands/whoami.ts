import { command } from '../command.ts';
import { readConfig } from '../config.ts';
import { addressOf, deployment, folder } from '../deployment.ts';
import { print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';

const inEnvironment = () => {
  const { TALARO_CLIENT_ID, TALARO_CLIENT_SECRET, TALARO_EMAIL, TALARO_PASSWORD } = process.env;
  if (TALARO_CLIENT_ID && TALARO_CLIENT_SECRET) return TALARO_CLIENT_ID;
  return TALARO_PASSWORD ? TALARO_EMAIL : undefined;
};

export const whoami = command({
  summary: 'Say who is logged in where, if the login still holds',
  options: {},
  examples: [['', 'the deployment that was logged in to last']],
  async run({ values, signal }) {
    const url = await addressOf(values.url);
    const talaro = await deployment(values);
    await talaro.listKits({ limit: 1 }, { signal });
    const who = inEnvironment() ?? (await readConfig(folder())).logins[url]?.who ?? '';
    if (values.json) printJson({ url, who });
    else print(`${plain(who)} at ${url}`);
  },
});
