import { mkdtemp, rm } from 'node:fs/promises';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, afterEach } from 'vitest';
import type { StackOptions } from '../../local/stack.ts';
import { InjectedFault } from '../../local/wire/fault.ts';
import { apiClient } from './client.ts';
import { tableAccess } from './table-access.ts';

// The AWS SDK is loaded by every file: compiled once, it costs each a second less.
enableCompileCache();

/** Hears every call to an embedded service; a fault that it throws is what the caller gets. */
export type Hook = NonNullable<StackOptions['onRequest']>;

export interface TestStackOptions extends Partial<Omit<StackOptions, 'onRequest'>> {
  /** From which level on the functions log: from one that they never use unless told. */
  logs?: 'INFO' | 'CRITICAL';
}

const account = (endpoint: string, UserPoolId: string) => {
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
  };
};

/**
 * Starts the whole system for the tests of one file and stops it after them. Hooks set with `hear`
 * and faults of the model are off again after each test.
 */
export const startTestStack = async (options: TestStackOptions = {}) => {
  const { logs = 'CRITICAL', ...given } = options;
  process.env.LOG_LEVEL = logs;
  const hooks = new Set<Hook>();
  let voice = false;
  // Loaded only now: what it loads reads the log level and the clock of the test.
  const { startStack } = await import('../../local/stack.ts');
  const web = await mkdtemp(join(tmpdir(), 'talaro-web-'));
  const stack = await startStack({
    folder: null,
    port: 0,
    web,
    ...given,
    onRequest: async (service, ...call) => {
      if (service === 'polly' && !voice) throw new InjectedFault('access-denied');
      for (const hook of hooks) await hook(service, ...call);
    },
  });
  const table = tableAccess(stack.dynamodb.endpoint, stack.names.table);
  const users = account(stack.cognito.endpoint, stack.cognito.userPoolId);
  afterEach(() => {
    hooks.clear();
    voice = false;
    stack.bedrock?.setFault(null);
  });
  afterAll(async () => {
    table.close();
    users.close();
    await stack.close();
    flushCompileCache();
    await rm(web, { recursive: true, force: true });
  });
  if (!stack.bedrock) throw new Error('The tests need the embedded Bedrock');
  return {
    ...stack,
    bedrock: stack.bedrock,
    api: apiClient(stack.url),
    table,
    users,
    /** Has Polly speak or not. Speaking costs seconds: it does not unless a test is about it. */
    setVoice(on: boolean) {
      voice = on;
    },
    /** Has a hook hear every call until it is taken off or the test ends. */
    hear(hook: Hook): () => void {
      hooks.add(hook);
      return () => void hooks.delete(hook);
    },
  };
};

export type TestStack = Awaited<ReturnType<typeof startTestStack>>;
