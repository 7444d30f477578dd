import './quiet.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Mail } from '../../../local/outbox.ts';
import { type StackOptions, startStack } from '../../../local/stack.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openPages } from './pages.ts';
import { recruiterAt } from './recruiter.ts';

/** The whole system with a browser, for one test file. */
export const openStage = async (options: Partial<StackOptions> = {}) => {
  const pages = await openPages();
  const mails: Mail[] = [];
  const onMail = (mail: Mail) => void mails.push(mail);
  const stack = await startStack({ folder: null, port: 0, web: pages.folder, onMail, ...options });
  const browser: Browser = await launchBrowser();
  const recruiter = await recruiterAt(stack.url);
  return {
    stack,
    browser,
    recruiter,
    /** Every e-mail that the user pool has sent, the newest last. */
    mails,
    /** Opens a page in its own context, like a separate device. */
    page: async (context: BrowserContextOptions = {}): Promise<Page> => {
      const opened = await browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
        ...context,
      });
      const page = await opened.newPage();
      // Generous, because in a full run two cores do everything at once.
      page.setDefaultTimeout(25_000);
      return page;
    },
    close: async () => {
      await browser.close();
      await stack.close();
      await pages.close();
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
