import type { EndpointRow } from '../../shared/contract/endpoint-row.ts';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { canBeRetried, schemaName } from '../../shared/contract/open-api/errors.ts';
import { meanings } from '../../shared/contract/open-api/words/meanings.ts';
import type { ErrorCode } from '../../shared/domain/errors.ts';
import { statuses } from '../../shared/http/statuses.ts';
import type { OpenApi } from './document.ts';
import { drawing } from './fields.ts';
import { type Html, html, line, prose } from './html.ts';
import { type Call, describing } from './operation.ts';

const rows: readonly EndpointRow[] = Object.values(endpoints);
const codes = Object.keys(statuses) as ErrorCode[];

/** The operations of a group, in the order of the document. */
const callsOf = ({ paths }: OpenApi, tag: string): Call[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const row = rows.find(({ folder }) => folder === operation.operationId);
      const call = row && { ...operation, path, method: method.toUpperCase(), access: row.access };
      return call?.tags.some((name) => name === tag) ? [call] : [];
    }),
  );

/** What holds for all operations: the headers, and how to page. */
const everywhere = ({ paths, components }: OpenApi) => [
  ...Object.values(components.securitySchemes).map(({ description }) => ({
    name: 'Authorization',
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  })),
  ...Object.values(paths['/api/interviews/'] ?? {})
    .flatMap(({ parameters = [] }) => parameters)
    .filter(({ name }) => ['Idempotency-Key', 'limit', 'cursor'].includes(name)),
  ...Object.entries(components.headers).map(([name, header]) => ({
    ...header,
    name: name.replace(/\B[A-Z]/g, '-$&'),
    in: 'header of replies',
    required: false,
  })),
];

/**
 * The reference of the API as one page: an OpenAPI document as plain HTML, for people. The renderers
 * on npm draw theirs in the browser, with styles inline and markup from text, which our policy refuses.
 * @param style the address of its style, and `icon` that of its icon
 */
export const reference = (document: OpenApi, { style, icon }: { style: string; icon: string }) => {
  const { info, components, tags } = document;
  const draw = drawing(document);
  const describe = describing(document, draw);
  const groups = tags.map(({ name, description }) => ({
    id: `group-${name}`,
    title: name.replace(/^./, (first) => first.toUpperCase()),
    description,
    calls: callsOf(document, name),
  }));
  const entry = (code: ErrorCode): Html => {
    const { properties, required = [] } = components.schemas[schemaName(code)] ?? {};
    const { error, code: _, ...further } = properties ?? {};
    const [meaning, sentence] = meanings[code];
    return html`<div id="${code}"><dt><code>${code}</code> <span class="meta">${statuses[code]}${canBeRetried(code) && ', can be tried again'}</span></dt>
<dd><p>${line(meaning)}</p><p class="meta">“${sentence}”</p>${Object.keys(further).length > 0 && draw.fields({ properties: further, required }, true)}</dd></div>`;
  };
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The API of ${info.title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${style}">
</head>
<body class="console">
<a class="skip" href="#main">Skip to the content</a>
<header class="bar"><div class="wrap">
<a class="mark" href="/docs/"><svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="M9 11h14M9 16h14M9 21h8"/></svg>${info.title}</a>
<nav aria-label="Elsewhere"><a href="/console/">Console</a><a href="/api/schema/">OpenAPI document</a></nav>
</div></header>
<main id="main" class="wrap reference">
<section><h1>The API of ${info.title}</h1><p class="lede">${info.summary}</p>
${prose(info.description)}
<dl class="fields">${draw.parameters(everywhere(document))}</dl></section>
<nav class="contents" aria-label="Contents">${groups.map(
    ({ id, title, calls }) => html`<p><a href="#${id}">${title}</a></p>
<ul role="list">${calls.map(({ operationId }) => html`<li><a href="#${operationId}">${operationId}</a></li>`)}</ul>`,
  )}<p><a href="#codes">Error codes</a></p></nav>
${groups.map(
  ({ id, title, description, calls }) =>
    html`<section><h2 id="${id}">${title}</h2>${prose(description)}${calls.map(describe)}</section>`,
)}
<section><h2 id="codes">Error codes</h2><dl class="fields card">${codes.map(entry)}</dl></section>
</main>
</body>
</html>
`.markup;
};
