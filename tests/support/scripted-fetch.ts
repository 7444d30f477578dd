/** A request as it was sent. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
}

/** What comes back: a body as JSON, a text as it is, or an Error for no answer at all. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export const refused = (status: number, code: string, seconds?: number): Answer => ({
  status,
  body: { error: `Because of ${code}`, code },
  ...(seconds !== undefined && { headers: { 'retry-after': String(seconds) } }),
});

const responseOf = ({ status = 200, headers = {}, body = {} }: Answer) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

/**
 * A network that answers as told, one after the other, and the last one again and again; and what was
 * sent to it. An answer can depend on the request.
 */
export const scriptedFetch = (
  ...answers: (Answer | Error | ((sent: SentRequest) => Answer | Promise<Answer>))[]
) => {
  const sent: SentRequest[] = [];
  const fake: typeof fetch = async (input, init = {}) => {
    const { method = 'GET', headers, body } = init;
    const request = {
      method,
      url: String(input),
      headers: new Headers(headers),
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
    };
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? {};
    sent.push(request);
    init.signal?.throwIfAborted();
    if (answer instanceof Error) throw answer;
    return responseOf(typeof answer === 'function' ? await answer(request) : answer);
  };
  return { fetch: fake, sent };
};
