import { UsageError } from '../../../bin/command.ts';
import { TalaroError } from '../../error.ts';
import { ask, askSecret, isInteractive } from '../ask.ts';
import { command } from '../command.ts';
import { saveLogin } from '../config.ts';
import { addressOf, anonymous, folder, loginOf } from '../deployment.ts';
import { note, print, printJson } from '../screen.ts';
import { plain } from '../terminal-text.ts';

type Api = ReturnType<typeof anonymous>;

/** Asked for twice where nobody sees what is typed. @throws UsageError */
const chosenPassword = async (): Promise<string> => {
  const chosen = await askSecret('New password');
  if (isInteractive() && (await askSecret('New password again')) !== chosen) {
    throw new UsageError('The two passwords differ');
  }
  return chosen;
};

/** Logs in, with the first password for a new one. */
const asPerson = async (api: Api, email: string) => {
  const password = process.env.TALARO_PASSWORD || (await askSecret(`Password of ${email}`));
  try {
    return await api.login({ email, password });
  } catch (error) {
    if (!(error instanceof TalaroError) || error.code !== 'new_password_required') throw error;
    note('This password was for the first login only. Choose one of your own.');
    return api.login({ email, password, new_password: await chosenPassword() });
  }
};

const asMachine = async (api: Api, client_id: string) =>
  api.issueToken({
    client_id,
    client_secret:
      process.env.TALARO_CLIENT_SECRET || (await askSecret(`Secret of client ${client_id}`)),
  });

export const login = command({
  summary: 'Log in to a deployment, which is remembered',
  options: {
    email: { type: 'string', value: 'ADDRESS', says: 'who logs in; asked for if left out' },
    'client-id': { type: 'string', value: 'ID', says: 'a machine client instead, for an hour' },
  },
  examples: [
    ['', 'as a person, to npm start on this machine'],
    ['--url https://talaro.example.com', 'to another deployment'],
    ['--client-id 3n4b5e --url https://talaro.example.com', 'as a program'],
  ],
  async run({ values }) {
    const url = await addressOf(values.url);
    const api = anonymous(url);
    const client_id = values['client-id'];
    const email = values.email ?? process.env.TALARO_EMAIL;
    const who = client_id ?? email ?? (await ask('E-mail address'));
    const tokens = client_id ? await asMachine(api, client_id) : await asPerson(api, who);
    await saveLogin(folder(), url, loginOf(who, tokens), true);
    if (values.json) printJson({ url, who });
    else print(`Logged in to ${url} as ${plain(who)}.`);
  },
});
