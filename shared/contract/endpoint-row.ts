import type * as z from 'zod';
import type { ErrorCode } from '../domain/errors.ts';

/**
 * Who may call: everyone; the bearer of a link token; people with a role and machine clients with the
 * scope; people alone; admins alone.
 */
export type Access = 'public' | 'candidate' | 'recruiter' | 'person' | 'admin';

/** Whether a call needs an access token. */
export const needsLogin = (access: Access): access is 'recruiter' | 'person' | 'admin' =>
  access !== 'public' && access !== 'candidate';

/**
 * What a function uses. Its rights, its environment and its bundle follow from this, both in the
 * deployed stack and in the local one.
 */
export type Use =
  | 'table:read'
  | 'table:write'
  | 'table:list'
  | 'link-keys'
  | 'base-url'
  | 'model'
  | 'voice'
  | 'approved-kits'
  | 'queue:send'
  | 'sound:erase'
  | 'sweeping'
  | 'next-step'
  | 'notice'
  | 'users'
  | 'users:list'
  | 'users:invite'
  | 'users:update';

/** One endpoint of the API, as data. Routes, validation, rights and OpenAPI are derived from it. */
export interface EndpointRow {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With a trailing slash and `{name}` parameters. */
  path: `/api/${string}/`;
  /** Its folder under `functions/`, and its operation id. */
  folder: string;
  access: Access;
  summary: string;
  uses: readonly Use[];
  /** Absent if the body is ignored. */
  body?: z.ZodType;
  /** The largest body that it takes, in MB of a million bytes; API Gateway's limit if left out. */
  body_mb?: number;
  /** Whether it takes an `Idempotency-Key`, under which a request can be repeated safely. */
  idempotent?: boolean;
  /** Path parameters; each is a string. */
  params?: z.ZodObject;
  /** Query parameters; each is a string, and may be left out. */
  query?: z.ZodObject;
  status: 200 | 201 | 202;
  /** Response schema; unknown fields are stripped. */
  response: z.ZodType;
  /** Its own error codes, in addition to those that every endpoint has. */
  errors: readonly ErrorCode[];
}

/** Returns a row with its exact types. */
export const row = <const T extends EndpointRow>(endpoint: T) => endpoint;
