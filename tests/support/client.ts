import type * as z from 'zod';
import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';
import { type Endpoints, endpoints } from '../../shared/contract/endpoints.ts';
import { requireDocumented } from './open-api.ts';

export type EndpointName = keyof Endpoints;

/** Every row of the contract by its name. */
export const rows: Readonly<Record<EndpointName, EndpointRow>> = endpoints;
export const endpointNames = Object.keys(endpoints) as EndpointName[];

/** The recruiter that a new stack has. */
export const administrator = { email: 'admin@example.com', password: 'admin123' };

export interface Request {
  /** Sent as JSON; a string or bytes are sent as they are. */
  body?: unknown;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** An access token. */
  access?: string | undefined;
  headers?: Record<string, string>;
  /** Another method than the row's. */
  method?: string;
  /** Whether the path ends with a slash; true unless told. */
  slash?: boolean;
}

export interface Refusal {
  error: string;
  code: string;
  issues?: { path: string; message: string }[];
  request_id?: string;
  [detail: string]: unknown;
}

export interface Reply<Name extends EndpointName = EndpointName> {
  status: number;
  headers: Headers;
  /** As it came. */
  text: string;
  json(): Record<string, unknown>;
  /** What the row promises, checked against its schema; throws for a refusal. */
  ok(): z.output<Endpoints[Name]['response']>;
  /** The body of a refusal, as OpenAPI has it; throws for a success. */
  refusal(): Refusal;
}

/** The path of a row with its parameters filled in. */
export const pathOf = (
  row: EndpointRow,
  { params = {}, query = {}, slash = true }: Request = {},
): string => {
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const sent = new URLSearchParams(query);
  return `${slash ? path : path.replace(/\/$/, '')}${sent.size > 0 ? `?${sent}` : ''}`;
};

const sent = (body: unknown) =>
  typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);

/** Speaks to the API over HTTP as a client does that was written from the contract. */
export const apiClient = (base: string) => {
  const call = async <Name extends EndpointName>(
    name: Name,
    request: Request = {},
  ): Promise<Reply<Name>> => {
    const row = rows[name];
    const { body, access, headers, method = row.method } = request;
    const response = await fetch(`${base}${pathOf(row, request)}`, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(access !== undefined && { authorization: `Bearer ${access}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: sent(body) }),
    });
    const text = await response.text();
    const json = () => JSON.parse(text);
    const told = `${method} ${row.path.replaceAll(/\{\w+\}/g, '…')} answered ${response.status}`;
    if (response.status >= 400 && method === row.method) {
      requireDocumented(row, response.status, json(), response.headers.get('retry-after'));
    }
    return {
      status: response.status,
      headers: response.headers,
      text,
      json,
      ok() {
        if (response.status !== row.status) throw new Error(`${told}: ${text.slice(0, 300)}`);
        return row.response.parse(json()) as z.output<Endpoints[Name]['response']>;
      },
      refusal() {
        if (response.status < 400) throw new Error(`${told}, and was to refuse`);
        return json();
      },
    };
  };

  const logIn = async (credentials: object = administrator) => {
    const { access } = (await call('login', { body: credentials })).ok();
    const of =
      <Name extends EndpointName>(name: Name) =>
      (interview_id: string) =>
        call(name, { access, params: { interview_id } });
    const change =
      <Name extends EndpointName>(name: Name) =>
      (interview_id: string, body?: object) =>
        call(name, { access, params: { interview_id }, ...(body && { body }) });
    return {
      access,
      update: change('updateInterview'),
      cancel: change('cancelInterview'),
      review: change('reviewInterview'),
      create: (body: unknown) => call('createInterview', { access, body }),
      read: of('getInterview'),
      generate: of('generateLink'),
      getLink: of('getLink'),
      regenerate: of('regenerateLink'),
      close: of('closeInterview'),
      evaluate: of('reEvaluateInterview'),
    };
  };

  /** Somebody with a link. */
  const candidate = (link: { interview_id: string; ai_session_id: string; link_token: string }) => {
    const { interview_id, ai_session_id: session_id, link_token } = link;
    const ids = { session_id, link_token };
    return {
      interview_id,
      session_id,
      link_token,
      open: (request: Request = {}) =>
        call('openInterview', { params: { token: link_token }, ...request }),
      view: () => call('viewInterview', { body: { link_token } }),
      start: (more: object = {}) =>
        call('startInterview', { body: { interview_id, link_token, ...more } }),
      submit: (response_text: string, question_id?: string) =>
        call('submitResponse', {
          body: { ...ids, response_text, ...(question_id && { question_id }) },
        }),
      draft: (question_id: string, text: string, version: number) =>
        call('saveDraft', { body: { ...ids, question_id, text, version } }),
      ask: (message: string, kind = 'more_time') =>
        call('requestAccommodation', { body: { link_token, kind, message } }),
      complete: () => call('completeInterview', { body: ids }),
    };
  };

  return { base, call, logIn, candidate };
};

export type ApiClient = ReturnType<typeof apiClient>;
export type Recruiter = Awaited<ReturnType<ApiClient['logIn']>>;
export type Candidate = ReturnType<ApiClient['candidate']>;
