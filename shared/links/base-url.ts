import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { logged } from '../http/log.ts';
import { cached } from './cached.ts';

const BaseUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/**
 * The public base URL, without a trailing slash, from its parameter. Not from a variable: the
 * distribution depends on the API, so its name is not known when the functions are created.
 */
export const baseUrlFrom = (parameter: string): (() => Promise<string>) => {
  const ssm = logged(new SSMClient({}));
  return cached(5 * 60_000, async () => {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: parameter }));
    return BaseUrl.parse(Parameter?.Value);
  });
};
