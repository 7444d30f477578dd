import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TalaroError } from '../../client/error.ts';
import { Failure } from './parts/failure.tsx';
import { Page } from './parts/page.tsx';

type Import<Props> = () => Promise<ComponentType<Props>>;

const waiting = new Set<() => Promise<unknown>>();

/** Loads every screen that is not here yet, in a quiet moment: then none has to be waited for. */
export const loadRest = (): void => {
  // Safari has no idle callback. What fails is said when it is shown.
  setTimeout(() => {
    for (const load of waiting) load().catch(() => {});
  }, 2_000);
};

const lost = (cause: unknown) =>
  new TalaroError('This part of the console could not be loaded.', {
    code: 'unreachable',
    status: 0,
    cause,
  });

/** A screen whose code comes when it is first shown, so that the first screen has less to load. */
export const later = <Props extends object>(load: Import<Props>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | null = null;
  const loading: Import<Props> = async () => {
    loaded ??= await load();
    waiting.delete(loading);
    return loaded;
  };
  waiting.add(loading);
  return (props) => {
    const [Screen, setScreen] = useState(() => loaded);
    const [error, setError] = useState<TalaroError | null>(null);
    useEffect(() => {
      loading().then(
        (screen) => setScreen(() => screen),
        (cause: unknown) => setError(lost(cause)),
      );
    }, []);
    if (Screen) return <Screen {...props} />;
    if (!error) return <main id="main" class="wrap" aria-busy="true" />;
    return (
      <Page title="Talaro">
        {/* A browser remembers for the life of a page what it could not import. */}
        <Failure error={error} retry={() => location.reload()} />
      </Page>
    );
  };
};
