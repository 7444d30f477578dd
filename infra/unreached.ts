import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A module of a package that Lambda never runs, and what stands in its place. */
interface Unreached {
  /** The file, from its package's name on. */
  file: string;
  /** Why nothing of it runs in Lambda. */
  why: string;
  /** What it exports instead; every other of its exports throws, saying what it was. */
  instead?: string;
}

const smithy = '@smithy/core/dist-es/submodules';
const config = `${smithy}/config`;
const noNativeCrypto = 'runs only in a Node that was built without crypto or zlib.crc32';
const noEvents = 'serves operations with streams of events, and we call none';

/**
 * What the SDK imports at its start for cases that Lambda does not have. A version of a package that
 * has moved one of these files is bundled whole: larger, and as right as before.
 */
const ofSdk: readonly Unreached[] = [
  {
    file: '@smithy/node-http-handler/dist-es/node-http2-handler.js',
    why: 'Bedrock and Polly answer over HTTP/1.1 too, and loading node:http2 is a third of an INIT',
    instead: `export { NodeHttpHandler as NodeHttp2Handler } from './node-http-handler';`,
  },
  {
    file: `${config}/shared-ini-file-loader/loadSharedConfigFiles.js`,
    why: 'a function has no ~/.aws: it is configured by its environment',
    instead: `export { CONFIG_PREFIX_SEPARATOR } from './constants';
export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  {
    file: `${config}/config-resolver/regionConfig/getInstanceMetadataRegion.js`,
    why: 'asks a virtual machine where it runs; AWS_REGION says it',
  },
  {
    file: '@aws-sdk/credential-provider-node/dist-es/defaultProvider.js',
    why: 'the credentials of a function stand in its environment, the first place that this looks at',
    instead: `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';`,
  },
  {
    file: '@aws-sdk/token-providers/dist-es/fromSso.js',
    why: 'is the login of a person at a terminal',
    instead: `export const fromSso = () => async () => { throw new Error('No bearer token'); };`,
  },
  {
    file: 'mnemonist/lru-cache.js',
    why: 'keeps discovered endpoints; DynamoDB discovers none unless told to',
    instead: 'export default class {}',
  },
  {
    file: `${smithy}/retry/util-retry/AdaptiveRetryStrategy.js`,
    why: 'is chosen by AWS_RETRY_MODE, which we leave unset',
  },
  { file: `${smithy}/checksum/sha256/Sha256Js.js`, why: noNativeCrypto },
  { file: `${smithy}/checksum/md5/Md5Js.js`, why: noNativeCrypto },
  { file: `${smithy}/checksum/crc32/Crc32Js.js`, why: noNativeCrypto },
  { file: '@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Js.js', why: noNativeCrypto },
  {
    file: `${smithy}/serde/uuid/v4.js`,
    why: 'asks for randomUUID, which loads crypto at the start; Node 24 has it',
    instead: 'export const bindV4 = () => () => crypto.randomUUID();',
  },
  {
    file: `${smithy}/checksum/hash-stream-node/readableStreamHasher.js`,
    why: 'signs a body that is a stream; what we store is bytes',
  },
  {
    file: `${smithy}/serde/util-stream/checksum/createChecksumStream.js`,
    why: 'checks an object that is read from S3, and we read none',
  },
  {
    file: `${smithy}/event-streams/eventstream-serde/EventStreamMarshaller.js`,
    why: noEvents,
    instead: 'export const eventStreamSerdeProvider = () => undefined;',
  },
  {
    file: '@aws-sdk/eventstream-handler-node/dist-es/eventStreamPayloadHandlerProvider.js',
    why: noEvents,
    instead: 'export const eventStreamPayloadHandlerProvider = () => undefined;',
  },
];

/** A part of a module that costs at each start and serves nothing in Lambda. */
interface Edit {
  file: string;
  why: string;
  part: RegExp;
  becomes: string;
}

const asks = /const hasNativeCrypto = \(\(\) => \{[\s\S]*?\}\)\(\);/;
const hasCrypto = {
  why: 'the question loads crypto at the start, and Lambda has it',
  part: asks,
  becomes: 'const hasNativeCrypto = true;',
};

/** Errors of operations that no function of ours calls; such a name would become the base class. */
const errorsBut = (...ours: string[]) =>
  new RegExp(`^n0_registry\\.registerError\\((?!(?:${ours.join('|')})\\$)\\w+\\$, \\w+\\);$`, 'gm');

const edits: readonly Edit[] = [
  { file: `${smithy}/checksum/sha256/Sha256Node.js`, ...hasCrypto },
  { file: `${smithy}/checksum/md5/Md5Node.js`, ...hasCrypto },
  { file: '@aws-sdk/checksums/dist-es/submodules/sha/sha1/Sha1Node.js', ...hasCrypto },
  {
    file: `${smithy}/checksum/crc32/Crc32Node.js`,
    why: 'the question loads zlib at the start, and Node 24 has crc32',
    part: /const zlibCrc32 = .*/,
    becomes: 'const zlibCrc32 = (data, value) => zlib.crc32(data, value);',
  },
  {
    file: `${smithy}/serde/index.js`,
    why: 'the first random id loads crypto, not the start',
    part: /const _getRandomValues = getRandomValues;/,
    becomes: 'const _getRandomValues = (array) => getRandomValues(array);',
  },
  {
    file: `${smithy}/serde/util-stream/stream-collector.js`,
    why: 'the first answer loads node:stream, not the start',
    part: /new Collector\(\)([\s\S]*)class Collector extends Writable/,
    becomes: `new (collectorClass())()$1let made;
const collectorClass = () => made ??= class Collector extends Writable`,
  },
  {
    file: '@aws-sdk/client-dynamodb/dist-es/schemas/schemas_0.js',
    why: 'we read and write items: no backups, exports, imports, global tables',
    part: errorsBut(
      'ConditionalCheckFailedException',
      'IdempotentParameterMismatchException',
      'InternalServerError',
      'InvalidEndpointException',
      'ItemCollectionSizeLimitExceededException',
      'ProvisionedThroughputExceededException',
      'ReplicatedWriteConflictException',
      'RequestLimitExceeded',
      'ResourceNotFoundException',
      'ThrottlingException',
      'TransactionCanceledException',
      'TransactionConflictException',
      'TransactionInProgressException',
    ),
    becomes: '',
  },
  {
    file: '@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js',
    why: 'of Secrets Manager we read one secret',
    part: errorsBut(
      'DecryptionFailure',
      'InternalServiceError',
      'InvalidParameterException',
      'InvalidRequestException',
      'ResourceNotFoundException',
    ),
    becomes: '',
  },
  {
    file: '@aws-sdk/client-sqs/dist-es/schemas/schemas_0.js',
    why: 'of SQS we send one message at a time',
    part: errorsBut(
      'InvalidAddress',
      'InvalidMessageContents',
      'InvalidSecurity',
      'Kms\\w+',
      'QueueDoesNotExist',
      'RequestThrottled',
      'UnsupportedOperation',
    ),
    becomes: '',
  },
  {
    file: '@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js',
    why: 'of Systems Manager we read one parameter',
    part: errorsBut(
      'InternalServerError',
      'InvalidKeyId',
      'ParameterNotFound',
      'ParameterVersionNotFound',
    ),
    becomes: '',
  },
];

/**
 * Writes names of properties out where a client's schemas take them from constants of the same file:
 * `{[_hQ]: 1}` keeps its schema in the bundle, `{"httpQuery": 1}` lets it go if nothing refers to it.
 */
const literalKeys = (source: string) => {
  const constants = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]),
  );
  return source.replace(/\[(_\w+)\]:/g, (key, name) =>
    constants.has(name) ? `${constants.get(name)}:` : key,
  );
};

/** For functions that write no JSON schema: zod's schemas carry the way to write them. */
const ofZod: readonly Unreached[] = [
  'zod/v4/core/json-schema-processors.js',
  'zod/v4/core/to-json-schema.js',
  'zod/v4/classic/from-json-schema.js',
].map((file) => ({ file, why: 'writes and reads JSON schemas' }));

const exported = /^export (?:async )?(?:function|const|let|class) (\w+)/gm;

/** A module with the same exports: those of `instead`, and the others throw when they are called. */
const standIn = ({ file, instead = '' }: Unreached, source: string) => {
  const names = [...source.matchAll(exported)]
    .map(([, name = '']) => name)
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(instead));
  const message = JSON.stringify(`Left out of this bundle: ${file}`);
  return `${instead}
function unreached() { throw new Error(${message}); }
export { ${names.map((name) => `unreached as ${name}`).join(', ')} };`;
};

const packages = /^.*\/node_modules\/(?=@?[^/@]+\/)/;
const cutFiles = /\/node_modules\/(?:@aws-sdk|@smithy|mnemonist|zod)\/.+\.js$/;

/** Leaves out of a bundle what Lambda never runs; JSON schemas too where the bundle writes none. */
export const unreached = ({ jsonSchemas }: { jsonSchemas: boolean }): Plugin => ({
  name: 'unreached',
  setup(build) {
    const cuts = new Map([...ofSdk, ...(jsonSchemas ? [] : ofZod)].map((cut) => [cut.file, cut]));
    build.onLoad({ filter: cutFiles }, async ({ path }) => {
      const file = path.replace(packages, '');
      const cut = cuts.get(file);
      const edit = edits.find((one) => one.file === file);
      const isSchemas = file.endsWith('/schemas/schemas_0.js');
      if (!cut && !edit && !isSchemas) return undefined;
      const source = await readFile(path, 'utf8');
      if (cut) return { contents: standIn(cut, source) };
      const edited = edit ? source.replace(edit.part, edit.becomes) : source;
      return { contents: isSchemas ? literalKeys(edited) : edited };
    });
  },
});
