import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, afterEach, beforeEach } from 'vitest';
import type { Mail } from '../../local/outbox.ts';
import type { Stack, StackOptions } from '../../local/stack.ts';
import { InjectedFault } from '../../local/wire/fault.ts';
import { apiClient } from './client.ts';
import { tableAccess } from './table-access.ts';

// The AWS SDK is loaded by every file: compiled once, it costs each a second less.
enableCompileCache();

const noPages = join(import.meta.dirname, 'no-pages');

/** Hears every call to an embedded service; a fault that it throws is what the caller gets. */
export type Hook = NonNullable<StackOptions['onRequest']>;

export interface TestStackOptions extends Partial<Omit<StackOptions, 'onRequest'>> {
  /** From which level on the functions log: from one that they never use unless told. */
  logs?: 'INFO' | 'CRITICAL';
}

const account = (
  { endpoint, userPoolId: UserPoolId, clientId: ClientId }: Stack['cognito'],
  mails: readonly Mail[],
) => {
  const cognito = new CognitoIdentityProviderClient({ endpoint });
  return {
    close: () => cognito.destroy(),
    /** Makes an account; a temporary password unless `permanent`, a group only if named. */
    async create(
      email: string,
      password: string,
      { group, permanent = true }: { group?: string; permanent?: boolean } = {},
    ) {
      const user = { UserPoolId, Username: email };
      await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
      const set = { ...user, Password: password, Permanent: permanent };
      await cognito.send(new AdminSetUserPasswordCommand(set));
      if (group) await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
    },
    /** Has a code for a new password sent, past the API, which takes its time. */
    async code(email: string): Promise<string> {
      await cognito.send(new ForgotPasswordCommand({ ClientId, Username: email }));
      const mail = mails.findLast(({ to }) => to === email);
      return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    },
  };
};

let started = false;

const start = async ({ logs = 'CRITICAL', ...given }: TestStackOptions) => {
  // The functions find their stack through the environment and keep it.
  if (started) throw new Error('This process has a stack: one with options needs its own process');
  started = true;
  process.env.LOG_LEVEL = logs;
  const hooks = new Set<Hook>();
  let voice = false;
  const mails: Mail[] = [];
  // Loaded only now: what it loads reads the log level and the clock of the test.
  const { startStack } = await import('../../local/stack.ts');
  const stack = await startStack({
    folder: null,
    port: 0,
    web: noPages,
    // A test that is about it sweeps itself: it must not be counted in the others.
    sweeps: false,
    ...given,
    onMail: (mail) => void mails.push(mail),
    onRequest: async (service, ...call) => {
      if (service === 'polly' && !voice) throw new InjectedFault('access-denied');
      for (const hook of hooks) await hook(service, ...call);
    },
  });
  const { bedrock } = stack;
  if (!bedrock) throw new Error('The tests need the embedded Bedrock');
  return {
    ...stack,
    bedrock,
    api: apiClient(stack.url),
    table: tableAccess(stack.dynamodb.endpoint, stack.names.table),
    users: account(stack.cognito, mails),
    /** What the user pool has sent, the newest last. */
    mails,
    /** Has Polly speak or not. Speaking costs seconds: it does not unless a test is about it. */
    setVoice(on: boolean) {
      voice = on;
    },
    /** Has a hook hear every call until it is taken off or the test ends. */
    hear(hook: Hook): () => void {
      hooks.add(hook);
      return () => void hooks.delete(hook);
    },
    /** Takes hooks and faults off again. */
    reset() {
      hooks.clear();
      voice = false;
      bedrock.setFault(null);
    },
  };
};

/** Starts the whole system for a file that has a process of its own, and stops it after its tests. */
export const startTestStack = async (options: TestStackOptions = {}) => {
  const stack = await start(options);
  afterEach(stack.reset);
  afterAll(async () => {
    stack.table.close();
    stack.users.close();
    await stack.close();
    flushCompileCache();
  });
  return stack;
};

let shared: ReturnType<typeof start> | undefined;

/** Holds back what is to be evaluated later, which would fall into another file and be counted there. */
const holdLate: Hook = (service, operation, input) => {
  const sent = Object(input);
  if (service === 'sqs' && operation === 'SendMessage' && sent.DelaySeconds > 0) {
    sent.DelaySeconds = 900;
  }
};

/**
 * The stack of this process, which all files without needs of their own use one after the other.
 * Its table, queue and model remember the files before: a test counts only what it made itself.
 */
export const sharedTestStack = async () => {
  shared ??= start({});
  const stack = await shared;
  stack.hear(holdLate);
  beforeEach(() => void stack.hear(holdLate));
  afterEach(stack.reset);
  afterAll(() => flushCompileCache());
  return stack;
};

export type TestStack = Awaited<ReturnType<typeof start>>;
