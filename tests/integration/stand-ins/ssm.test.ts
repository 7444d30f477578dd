import {
  GetParameterCommand,
  ParameterNotFound,
  SSMClient,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-ssm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSsm } from '../../../local/ssm/ssm.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { clientDefaults } from './credentials.ts';
import { refusalOf } from './refusal.ts';

const start = async (folder: string | null, onRequest?: OnRequest) => {
  const ssm = await startSsm({ folder, ...(onRequest && { onRequest }) });
  const client = new SSMClient({ ...clientDefaults, endpoint: ssm.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await ssm.close();
  });
  return { ssm, get: (Name: string) => client.send(new GetParameterCommand({ Name })) };
};

describe('the parameter store', () => {
  it('returns the newest value, even after a restart', async () => {
    const folder = await dataFolder();
    const { ssm } = await start(folder);
    const Name = '/talaro/public-base-url';
    await ssm.put(Name, 'http://one');
    await ssm.put(Name, 'http://two');
    await ssm.close();

    const second = await start(folder);

    expect((await second.get(Name)).Parameter).toMatchObject({ Name, Value: 'http://two' });
  });

  it('refuses as the real service does', async () => {
    const { get } = await start(null);

    expect(await refusalOf(get('constructor'))).toBeInstanceOf(ParameterNotFound);
    expect(await refusalOf(get(''))).toBeInstanceOf(ValidationException);
  });

  it('fails with an injected fault', async () => {
    const { get } = await start(null, () => {
      throw new InjectedFault('throttle');
    });

    expect(await refusalOf(get('name'))).toBeInstanceOf(ThrottlingException);
  });
});
