import { price } from '../../../doctor/checks/model-and-voice.ts';
import { report } from '../../../doctor/run.ts';
import { openSite } from '../../../doctor/site.ts';
import { askSecret } from '../ask.ts';
import { command } from '../command.ts';
import { addressOf } from '../deployment.ts';
import { note, print } from '../screen.ts';

export const doctor = command({
  summary: 'Check a deployment as a stranger would, and say what is wrong with it',
  options: {
    email: {
      type: 'string',
      value: 'ADDRESS',
      says: 'of a recruiter: checks model and voice too, for less than a US cent',
    },
  },
  examples: [
    ['--url https://talaro.example.com', 'from outside, without a login'],
    ['--email ada@example.com', 'asks for the password, or has it from TALARO_PASSWORD'],
  ],
  async run({ values: { email, json, ...values } }) {
    const url = new URL(await addressOf(values.url));
    const password =
      email && (process.env.TALARO_PASSWORD || (await askSecret(`Password of ${email}`)));
    if (password) note(price);
    const site = openSite({ url, timeout: 10_000 });
    const credentials = email && password ? { email, password } : null;
    return (await report({ site, credentials, inAws: null, now: new Date() }, json, print)) ? 0 : 1;
  },
});
