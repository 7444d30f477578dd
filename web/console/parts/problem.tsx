import { useEffect, useRef } from 'preact/hooks';
import type { TalaroError } from '../../../client/error.ts';

export interface Wrong {
  /** A sentence. */
  message: string;
  /** The id of the field that it is about. */
  field?: string;
}

/** A field by its path in a request: its id in the page and, where the API's word is another, its label. */
export type Fields = Readonly<Record<string, string | readonly [id: string, label: string]>>;

/** A sentence of the API with the labels of the fields in the place of their names. */
export const inWords = (message: string, fields: Fields): string => {
  // A name is the first word, or has an underscore.
  const said = message.replace(/^[\w.]+|\b[a-z]+_[a-z_]+\b/g, (name) => {
    const known = Object.hasOwn(fields, name) && fields[name];
    return typeof known === 'object' ? known[1] : name;
  });
  return said === message ? message : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
};

/** What the API found wrong: its issues beside the fields that are known by their path, or its sentence. */
export const wrongOf = (
  error: Pick<TalaroError, 'issues' | 'message'> | null,
  fields: Fields,
): Wrong[] => {
  if (!error) return [];
  if (error.issues.length === 0) return [{ message: error.message }];
  return error.issues.map(({ path, message }) => {
    const known = fields[path];
    const field = typeof known === 'object' ? known[0] : known;
    return { message: inWords(message, fields), ...(field && { field }) };
  });
};

/** What is wrong with one field, for its place beside it. */
export const wrongWith = (wrong: readonly Wrong[], field: string): string | undefined =>
  wrong.find((one) => one.field === field)?.message;

/** The error summary: it takes the focus when it appears, and each sentence leads to its field. */
export const ErrorSummary = ({ wrong }: { wrong: readonly Wrong[] }) => {
  const box = useRef<HTMLDivElement>(null);
  const said = wrong.map(({ message }) => message).join('\n');
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (wrong.length === 0) return null;
  return (
    <div class="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>There is a problem</h2>
      <ul>
        {wrong.map(({ message, field }) => (
          <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
};
