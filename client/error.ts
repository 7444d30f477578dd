/** Something that is wrong with what was sent, and where. */
export interface Issue {
  path: string;
  message: string;
}

export interface Trouble {
  /** One of the API's codes, or `unreachable` where no answer came, `unreadable` where it was not the API's. */
  code: string;
  /** The status of the answer; 0 where none came. */
  status: number;
  issues?: readonly Issue[];
  /** For the operators, of errors that are the server's. */
  request_id?: string;
  /** Seconds after which the server suggests to try again; null where it does not. */
  retry_after?: number | null;
  /** The whole body of the refusal, with what only some of them have. */
  body?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** Every failure of a call. Its message is a sentence for a person; compare `code`. */
export class TalaroError extends Error {
  readonly code: string;
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly request_id: string | null;
  readonly retry_after: number | null;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(message: string, trouble: Trouble) {
    super(message, { cause: trouble.cause });
    this.name = 'TalaroError';
    this.code = trouble.code;
    this.status = trouble.status;
    this.issues = trouble.issues ?? [];
    this.request_id = trouble.request_id ?? null;
    this.retry_after = trouble.retry_after ?? null;
    this.body = trouble.body ?? {};
  }
}
