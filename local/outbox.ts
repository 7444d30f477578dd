import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An e-mail that the user pool sends. */
export interface Mail {
  kind: 'invitation' | 'code';
  to: string;
  /** Its text, with a password or a code in it. */
  text: string;
}

/** @param file where the mail is; null if it is kept nowhere */
export type OnMail = (mail: Mail, file: string | null) => void;

/**
 * Puts each mail into a file of its own instead of sending it, which only the owner may read.
 * @param folder null keeps none
 */
export const outbox =
  (folder: string | null, onMail: OnMail = () => {}) =>
  async (mail: Mail): Promise<void> => {
    const time = new Date().toISOString().replaceAll(':', '-');
    const file = folder && join(folder, `${time}-${mail.kind}-${randomUUID().slice(0, 8)}.txt`);
    if (file) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, `To: ${mail.to}\n\n${mail.text}\n`, { mode: 0o600, flag: 'wx' });
    }
    onMail(mail, file);
  };
