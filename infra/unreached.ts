import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

type Replacement = string | ((source: string) => string);

/** Package modules that never run in Lambda, by their files below node_modules. */
interface Unreached {
  why: string;
  /** The gain for generate-link: bundle size, and start time as a median of 30 alternating runs. */
  gain: string;
  files: Readonly<Record<string, Replacement>>;
}

/** Property names instead of constants as keys: a schema under a computed key is never dropped. */
const literalKeys = (source: string) => {
  const constants = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]),
  );
  return source.replace(/\[(_\w+)\]:/g, (key, name) =>
    constants.has(name) ? `${constants.get(name)}:` : key,
  );
};

const smithy = '@smithy/core/dist-es/submodules';

const ofPackages: readonly Unreached[] = [
  {
    why: 'a function has no ~/.aws and no SSO login: its credentials are in its environment',
    gain: '9 KB, 2 ms',
    files: {
      [`${smithy}/config/shared-ini-file-loader/loadSharedConfigFiles.js`]: `
export { CONFIG_PREFIX_SEPARATOR } from './constants';
export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
      '@aws-sdk/credential-provider-node/dist-es/index.js':
        "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      '@aws-sdk/token-providers/dist-es/fromSso.js':
        "export const fromSso = () => async () => { throw new Error('No bearer token'); };",
    },
  },
  {
    why: 'Bedrock and Polly support HTTP/1.1 too',
    gain: '7 KB, 2 ms',
    files: {
      '@smithy/node-http-handler/dist-es/node-http2-handler.js':
        "export { NodeHttpHandler as NodeHttp2Handler } from './node-http-handler';",
    },
  },
  {
    why: 'for a Node without crypto or zlib.crc32, a virtual machine, or AWS_RETRY_MODE',
    gain: '13 KB, 2 ms',
    files: {
      [`${smithy}/checksum/sha256/Sha256Js.js`]: 'export class Sha256Js {}',
      [`${smithy}/checksum/md5/Md5Js.js`]: 'export class Md5Js {}',
      [`${smithy}/checksum/crc32/Crc32Js.js`]: 'export class Crc32Js {}',
      '@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js': 'export class Sha1Js {}',
      [`${smithy}/serde/uuid/v4.js`]: 'export const bindV4 = () => () => crypto.randomUUID();',
      [`${smithy}/retry/util-retry/AdaptiveRetryStrategy.js`]:
        'export class AdaptiveRetryStrategy {}',
      [`${smithy}/retry/util-retry/DefaultRateLimiter.js`]: 'export class DefaultRateLimiter {}',
      [`${smithy}/config/config-resolver/regionConfig/getInstanceMetadataRegion.js`]:
        'export const getInstanceMetadataRegion = async () => undefined;',
    },
  },
  {
    why: 'caches discovered endpoints, and DynamoDB discovers none by default',
    gain: '7 KB of every function with DynamoDB, no measurable time',
    files: { 'mnemonist/lru-cache.js': 'export default class {}' },
  },
  {
    why: 'shared/domain/parse-input.ts has words of its own, and no other message of a schema is read',
    gain: '3 KB of every function, no measurable time',
    files: { 'zod/v4/locales/en.js': 'export default () => ({ localeError: () => undefined });' },
  },
  {
    why: 'a client contains the schemas of all its operations, and we call only a few',
    gain: '84 KB, 9 ms',
    files: Object.fromEntries(
      ['s3', 'bedrock-runtime', 'polly', 'sqs', 'ssm'].map((client) => [
        `@aws-sdk/client-${client}/dist-es/schemas/schemas_0.js`,
        literalKeys,
      ]),
    ),
  },
];

/** Replaces modules; the build fails if one has moved, so that no gain is lost unnoticed. */
export const unreached = (groups: readonly Pick<Unreached, 'files'>[] = ofPackages): Plugin => ({
  name: 'unreached',
  setup(build) {
    const files = new Map(groups.flatMap((group) => Object.entries(group.files)));
    const packages = join(build.initialOptions.absWorkingDir ?? '', 'node_modules');
    build.onStart(() => ({
      errors: [...files.keys()]
        .filter((file) => !existsSync(join(packages, file)))
        .map((file) => ({
          text: `${file} has moved: name its new place in infra/unreached.ts, or remove its row`,
        })),
    }));
    const filter = new RegExp(`/node_modules/(?:${[...files.keys()].join('|')})$`);
    build.onLoad({ filter }, async ({ path }) => {
      const by = files.get(path.slice(path.lastIndexOf('/node_modules/') + 14));
      if (by === undefined) return undefined;
      if (typeof by === 'string') return { contents: by };
      const source = await readFile(path, 'utf8');
      const contents = by(source);
      if (contents !== source) return { contents };
      return { errors: [{ text: `${path} has nothing to replace: remove its row` }] };
    });
  },
});
