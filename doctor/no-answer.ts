import { Obstacle } from './finding.ts';

const certificate =
  'Deploy with the certificate of this very host name (domain and certificateArn in docs/deployment.md); do not tell anyone to ignore the warning';
const timedOut: Reason = [
  'does not answer in time',
  'If it does so again: look at the alarms and at the logs of the functions; from inside a company, a firewall may be in the way',
];
const untrusted: Reason = ['has a certificate that no known authority has signed', certificate];
const noTls: Reason = ['does not speak TLS at this port', 'Try the same address with http://'];

/** What is the matter, as the end of a sentence about the host, and what to do. */
type Reason = readonly [says: string, remedy: string];

/** By the codes of Node's sockets, TLS and fetch; TimeoutError is our own limit. */
const reasons: Readonly<Record<string, Reason>> = {
  ENOTFOUND: [
    'has no entry in the DNS',
    'Compare the name with the output Url of the deployment; for a domain of your own, add the record that the output Step1Domain names',
  ],
  EAI_AGAIN: ['cannot be looked up in the DNS', 'Check the network of this machine'],
  ECONNREFUSED: [
    'refuses the connection: nothing listens at this port',
    'On this machine: npm start, and the port that it prints; elsewhere, correct the address',
  ],
  ECONNRESET: ['broke the connection off', 'Try again, and from another network'],
  UND_ERR_SOCKET: ['broke the connection off', 'Try again, and from another network'],
  EHOSTUNREACH: ['cannot be reached from here', 'Check the network of this machine'],
  ENETUNREACH: ['cannot be reached from here', 'Check the network of this machine'],
  ETIMEDOUT: timedOut,
  UND_ERR_CONNECT_TIMEOUT: timedOut,
  UND_ERR_HEADERS_TIMEOUT: timedOut,
  TimeoutError: timedOut,
  CERT_HAS_EXPIRED: ['has a certificate that has expired', certificate],
  CERT_NOT_YET_VALID: [
    'has a certificate that is not valid yet',
    'Check the clock of this machine; then the certificate',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ['has a certificate for another name', certificate],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['has a certificate that it signed itself', certificate],
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  EPROTO: noTls,
};

/** The code of the error that others were caused by, or else its name. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  if (error.cause !== undefined) return codeOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/** Why a request to this host got no answer. */
export const noAnswer = (host: string, error: unknown): Obstacle => {
  const code = codeOf(error);
  const [says, remedy] = reasons[code] ?? [
    /^HPE_|^HTTPParserError$/.test(code) ? 'does not speak HTTP' : `cannot be asked (${code})`,
    'Compare the address with the output Url of the deployment',
  ];
  return new Obstacle(`${host} ${says}`, remedy, { cause: error });
};
