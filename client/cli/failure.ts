import { UsageError } from '../../bin/command.ts';
import { TalaroError } from '../error.ts';
import { plain } from './terminal-text.ts';

/** Exit statuses, for scripts. */
export const exits = { fine: 0, failed: 1, usage: 2, login: 3, interrupted: 130 } as const;

/** What to do, by the code of an error. */
const advice: Readonly<Record<string, string>> = {
  unauthorized: 'Log in with: talaro login',
  invalid_credentials: 'Log in with: talaro login',
  invalid_client: 'Check client id and secret, or ask an administrator for others',
  new_password_required: 'Choose a password of your own with: talaro login',
  forbidden: 'Ask an administrator to do it, or for the role that may',
  unreachable: 'Check --url, and that the deployment runs (npm start has one on this machine)',
  unreadable: 'Check that --url is the address of Talaro; talaro doctor says more',
  interview_not_found: 'See those that there are with: talaro list',
  kit_not_found: 'See those that there are with: talaro kits',
  not_completed: 'Wait for its end with: talaro watch ID',
  interview_not_scheduled: 'Create it anew with --starts-at',
  kit_not_approved: 'Approve the kit with: talaro kits approve ID',
  budget_reached: 'Try again tomorrow, or have an administrator raise the daily budget',
  ai_unavailable: 'Try again in a minute; nothing was lost',
  throttled: 'Try again in a minute',
  internal_error: 'Try again; if it stays, send the request id to who runs this deployment',
};

const needLogin = new Set([
  'unauthorized',
  'invalid_credentials',
  'invalid_client',
  'new_password_required',
]);

/** An error of the API as a sentence of its own, and one on what to do. */
const sentencesOf = (error: TalaroError): string => {
  const issues = error.issues.map(({ path, message }) => `\n  ${plain(`${path} ${message}`)}`);
  const said = plain(error.message).replace(/\.$/, '');
  const id = error.request_id ? ` (request id ${plain(error.request_id)})` : '';
  const hint = advice[error.code];
  return `${said}${id}.${hint ? ` ${hint}` : ''}${issues.length > 1 ? issues.join('') : ''}`;
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null);

/** The exit status of an error, and what to say; null where there is nothing to say. */
export const failureOf = (
  error: unknown,
  name: string,
  signal: AbortSignal,
): { status: number; says: string | null } => {
  if (signal.aborted || (error instanceof Error && error.name === 'AbortError')) {
    return { status: exits.interrupted, says: null };
  }
  if (error instanceof UsageError) {
    return { status: exits.usage, says: `${plain(error.message)}. See talaro ${name}--help` };
  }
  if (error instanceof TalaroError) {
    const isWrong = error.code === 'invalid_input' ? exits.usage : exits.failed;
    const status = needLogin.has(error.code) ? exits.login : isWrong;
    return { status, says: sentencesOf(error) };
  }
  const said = plain(error instanceof Error ? error.message : String(error));
  if (error instanceof TypeError) {
    return {
      status: exits.failed,
      says: `This is no answer of Talaro: ${said}. ${advice.unreadable}`,
    };
  }
  return { status: exits.failed, says: codeOf(error) ? `${said}.` : said };
};
