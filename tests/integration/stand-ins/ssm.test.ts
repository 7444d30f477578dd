import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-ssm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSsm } from '../../../local/ssm/ssm.ts';
import { InjectedFault, type OnRequest } from '../../../local/wire/fault.ts';
import { clientDefaults } from './credentials.ts';
import { dataFolder } from './data-folder.ts';
import { refusalOf } from './refusal.ts';

async function start(folder: string | null, onRequest?: OnRequest) {
  const ssm = await startSsm({ folder, ...(onRequest && { onRequest }) });
  const client = new SSMClient({ ...clientDefaults, endpoint: ssm.endpoint });
  onTestFinished(async () => {
    client.destroy();
    await ssm.close();
  });
  return { ssm, client };
}

describe('the parameter store', () => {
  it('gives back what was put, after a restart too', async () => {
    const folder = await dataFolder();
    const first = await start(folder);
    const Name = '/talaro/public-base-url';
    await first.client.send(new PutParameterCommand({ Name, Value: 'http://one', Type: 'String' }));
    await first.ssm.put(Name, 'http://two');
    await first.ssm.close();

    const second = await start(folder);
    const { Parameter } = await second.client.send(new GetParameterCommand({ Name }));

    expect(Parameter).toMatchObject({ Name, Value: 'http://two', Type: 'String', Version: 2 });
    expect(Parameter?.LastModifiedDate).toBeInstanceOf(Date);
  });

  it('refuses as the real one does', async () => {
    const { ssm, client } = await start(null);
    await ssm.put('here', 'value');

    const missing = refusalOf(client.send(new GetParameterCommand({ Name: 'constructor' })));
    const again = refusalOf(client.send(new PutParameterCommand({ Name: 'here', Value: 'new' })));
    const empty = refusalOf(client.send(new PutParameterCommand({ Name: 'new', Value: '' })));

    expect(await missing).toBeInstanceOf(ParameterNotFound);
    expect(await again).toBeInstanceOf(ParameterAlreadyExists);
    expect(await empty).toBeInstanceOf(ValidationException);
  });

  it('fails as it is told, and a fault after the work leaves the work done', async () => {
    const { client } = await start(null, (operation, _input, phase) => {
      if (operation === 'PutParameter' && phase === 'after') throw new InjectedFault('throttle');
    });

    const put = refusalOf(client.send(new PutParameterCommand({ Name: 'name', Value: 'value' })));

    expect(await put).toBeInstanceOf(ThrottlingException);
    const { Parameter } = await client.send(new GetParameterCommand({ Name: 'name' }));
    expect(Parameter?.Value).toBe('value');
  });
});
