// The entry of the package. Inside the project, import from the files themselves.
export { type ClientOptions, createClient } from './client.ts';
export type * from './contract-types.ts';
export { type Issue, TalaroError } from './error.ts';
export {
  type Login,
  machineSession,
  passwordSession,
  type StoredLogin,
  storedSession,
} from './logins.ts';
export { everyItem } from './pages.ts';
export { type Renewal, renewing, type Session, unlessRefused } from './session.ts';
export type { Call, CallOptions, Client } from './types.ts';
