import { useEffect, useState } from 'preact/hooks';

const root = '/console';

/** Where the person is: a path below the console, `/` for its first screen, and its query. */
export interface Place {
  path: string;
  query: URLSearchParams;
}

const placeOf = ({ pathname, search }: { pathname: string; search: string }): Place => ({
  path: pathname.slice(root.length) || '/',
  query: new URLSearchParams(search),
});

let wentBack = false;

/** Whether the place was reached by the browser's own buttons, which keep how far it was scrolled. */
export const cameBack = (): boolean => wentBack;

const listeners = new Set<() => void>();
const guards = new Set<() => boolean>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** The address of a place, for links. */
export const to = (path: string, query: Record<string, string | null | undefined> = {}): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given);
  return `${root}${path}${search.size > 0 ? `?${search}` : ''}`;
};

/** The query that each place had when it was left. */
const left = new Map<string, string>();

/** Forgets where the person was, for the next one. */
export const forgetPlaces = () => left.clear();

/** The address of a place as it was when it was left, with its filters. */
export const backTo = (path: string): string => `${root}${path}${left.get(path) ?? ''}`;

/** Goes to an address of the console, unless that leaves a screen on which something is unsaved. */
export const navigate = (address: string, { replace = false } = {}): void => {
  const isLeaving = new URL(address, location.href).pathname !== location.pathname;
  for (const mayLeave of isLeaving ? guards : []) if (!mayLeave()) return;
  wentBack = false;
  left.set(placeOf(location).path, location.search);
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  tell();
};

/** The place, drawn anew when it changes. */
export const usePlace = (): Place => {
  const [place, setPlace] = useState(() => placeOf(location));
  useEffect(() => {
    const listener = () => setPlace(placeOf(location));
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return place;
};

/** Asks before the screen is left while there is something unsaved; null where there is not. */
export const useUnsaved = (question: string | null): void => {
  useEffect(() => {
    if (question === null) return;
    const guard = () => confirm(question);
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    guards.add(guard);
    addEventListener('beforeunload', unload);
    return () => {
      guards.delete(guard);
      removeEventListener('beforeunload', unload);
    };
  }, [question]);
};

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** Follows links inside the console without loading the page anew. */
export const followLinks = (): void => {
  addEventListener('popstate', () => {
    wentBack = true;
    tell();
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || !plainClick(event)) return;
    const isOurs = link.origin === location.origin && link.pathname.startsWith(`${root}/`);
    // A link within the page is the browser's.
    const isHere = link.pathname === location.pathname && link.hash !== '';
    if (!isOurs || isHere || link.target || link.hasAttribute('download')) return;
    event.preventDefault();
    navigate(link.href);
  });
};

/** The parameters of a pattern such as `/kits/:kit_id` in a path; null where it does not match. */
export const match = (pattern: string, path: string): Record<string, string> | null => {
  const wanted = pattern.split('/');
  const parts = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return null;
  }
  return params;
};
