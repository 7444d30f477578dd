import type { Json } from '../../shared/contract/open-api/schemas.ts';
import { type OpenApi, type Parameter, reading } from './document.ts';
import { type Html, html, prose } from './html.ts';

/** Limits in words, such as "1 to 200 characters". */
const range = (least: number | undefined, most: number | undefined, unit = '') => {
  const [from, to] = [least, most].map((limit) => limit?.toLocaleString('en'));
  if (to) return from ? `${from} to ${to}${unit}` : `at most ${to}${unit}`;
  return from && from !== '0' && `at least ${from}${unit}`;
};

/** What a value is, in words, such as "list of string, 1 to 8 entries". */
const kindOf = ({ items, ...schema }: Json): string => {
  const types = [schema.type ?? []].flat().map((type) => {
    if (type === 'array') return items ? `list of ${kindOf(Object(items))}` : 'list';
    return type === 'string' ? (schema.format ?? type) : type;
  });
  const limits = [
    range(schema.minLength, schema.maxLength, ' characters'),
    schema.exclusiveMinimum !== undefined && `more than ${schema.exclusiveMinimum}`,
    range(schema.minimum, schema.maximum),
    range(schema.minItems, schema.maxItems, ' entries'),
    schema.default !== undefined && `${JSON.stringify(schema.default)} if left out`,
  ];
  return [types.join(' or '), ...limits].filter(Boolean).join(', ');
};

const choices = ({ enum: all, const: one }: Json) => {
  const known = all ?? (one === undefined ? [] : [one]);
  const codes = known.map(
    (value, index) => html`${index > 0 && ','} <code>${String(value)}</code>`,
  );
  return known.length > 0 && html`<p>${known.length > 1 ? 'One of' : 'Always'}${codes}</p>`;
};

/**
 * Draws fields as a list of names with what they are. What is inside of a field is folded; what has a
 * name is drawn where it comes first in the page, and linked from everywhere else.
 */
export const drawing = (document: OpenApi) => {
  const { whole } = reading(document);
  const drawn = new Set<string>();

  const field = (name: string, sent: unknown, told: string, isReply: boolean): Html => {
    const { items, default: unsent, ...own } = whole(sent);
    const inner = items ? whole(items) : own;
    const kind = kindOf({
      ...own,
      ...(items && { items: inner }),
      ...(!isReply && { default: unsent }),
    });
    return html`<div><dt><code>${name}</code> <span class="meta">${[kind, told].filter(Boolean).join(', ')}</span></dt>
<dd>${prose(own.description)}${choices(inner)}${inner.properties && folded(html`Its fields<span class="away"> (${name})</span>`, inner, isReply)}</dd></div>`;
  };

  /** The fields of an object. In a reply, one that is not required can be missing. */
  const fields = (schema: Json, isReply: boolean, id = ''): Html => {
    const { properties = {}, required = [] } = whole(schema);
    const [always, else_] = isReply ? ['', 'not always there'] : ['required', ''];
    return html`<dl class="fields"${id && html` id="${id}"`}>${Object.entries(properties).map(
      ([name, one]) => field(name, one, required.includes(name) ? always : else_, isReply),
    )}</dl>`;
  };

  const folded = (title: Html, sent: Json, isReply: boolean): Html => {
    const { title: name = '' } = whole(sent);
    if (drawn.has(name)) return html`<p>${title} (<a href="#${name}">${name}</a>)</p>`;
    if (name) drawn.add(name);
    return html`<details><summary>${title}</summary>${fields(sent, isReply, name)}</details>`;
  };

  const parameters = (all: readonly Parameter[]): Html[] =>
    all.map(({ name, schema, description, ...one }) =>
      field(name, { ...schema, description }, one.in + (one.required ? ', required' : ''), false),
    );
  return { fields, folded, parameters };
};
