import { type Access, needsLogin } from '../../shared/contract/endpoint-row.ts';
import { type Body, type OpenApi, type Operation, reading } from './document.ts';
import type { drawing } from './fields.ts';
import { type Html, html, line, prose } from './html.ts';

/** An operation, and where it is. */
export interface Call extends Operation {
  method: string;
  path: string;
  access: Access;
}

const callers = ({ access, method }: Call): string => {
  const scopes = `\`talaro/write\`${method === 'GET' ? ' or `talaro/read`' : ''}`;
  return {
    public: 'anybody.',
    candidate: 'whoever has the token of a link; no login.',
    recruiter: `people with an account, and programs with ${scopes}.`,
    person: 'people with an account; no programs.',
    admin: 'admins; no programs.',
  }[access];
};

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** A request as it is sent, with the examples of its path and its body. */
const request = ({ method, path, access, parameters = [] }: Call, body: unknown): string => {
  const example = (name: string) =>
    String(Object(parameters.find((one) => one.name === name)?.schema).examples?.[0]);
  return [
    `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => example(name))}`,
    ...(needsLogin(access) ? ['Authorization: Bearer <access>'] : []),
    ...(body === undefined ? [] : ['Content-Type: application/json', '', json(body)]),
  ].join('\n');
};

/** Draws the operations of a document. */
export const describing = (document: OpenApi, draw: ReturnType<typeof drawing>) => {
  const { named, schemaOf, codesOf, exampleOf } = reading(document);

  return (call: Call): Html => {
    const { operationId: id, parameters = [], requestBody, responses } = call;
    const all: [string, Body][] = Object.entries(responses);
    const replies = all.filter(([status]) => status < '400');
    const refusals = all.slice(replies.length);
    const body = requestBody && exampleOf(requestBody);
    return html`<article class="card" aria-labelledby="${id}">
<h3 id="${id}"><a href="#${id}">${call.summary}</a></h3>
<p class="route"><b>${call.method}</b> <code>${call.path}</code></p>
${prose(call.description)}<p class="meta">For ${line(callers(call))}</p>
${parameters.length > 0 && html`<h4>Parameters</h4><dl class="fields">${draw.parameters(parameters)}</dl>`}
${requestBody && html`<h4>Body</h4>${draw.fields(schemaOf(requestBody), false)}`}
<h4>Reply</h4>${replies.map(([status, reply]) => {
      const title = html`<b>${status}</b> ${line(named(reply).description)}`;
      const hasBody = named(reply).content !== undefined;
      return hasBody ? draw.folded(title, schemaOf(reply), true) : html`<p>${title}</p>`;
    })}
<details><summary>Example<span class="away"> of ${id}</span></summary>
<pre>${request(call, body)}</pre>${replies.slice(0, 1).map(([, reply]) => html`<pre>${json(exampleOf(reply))}</pre>`)}</details>
<h4>Errors</h4><ul class="codes">${refusals.map(
      ([status, refusal]) =>
        html`<li><b>${status}</b>${codesOf(refusal).map((code) => html` <a href="#${code}"><code>${code}</code></a>`)}</li>`,
    )}</ul>
</article>`;
  };
};
