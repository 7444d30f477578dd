import type { Page } from 'playwright-core';
import { administrator } from '../../../local/administrator.ts';
import type { Stage } from './stage.ts';

/** Opens a screen of the console and logs in where nobody is logged in yet. */
export const openConsole = async (
  page: Page,
  { stack }: Pick<Stage, 'stack'>,
  path = '/',
  person: { email: string; password: string } = administrator,
): Promise<void> => {
  await page.goto(`${stack.url}/console${path}`);
  const logIn = page.getByRole('button', { name: 'Log in', exact: true });
  const account = page.getByText('Account:', { exact: true });
  await logIn.or(account).first().waitFor();
  if (!(await logIn.isVisible())) return;
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await logIn.click();
  await account.waitFor();
};
