import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Page } from './page.tsx';

/** A screen, or where drawing it fails, such as on an answer that is cut short, a way on. */
export const UnlessUnexpected = ({ children }: { children: ComponentChildren }) => {
  const [error] = useErrorBoundary();
  if (!error) return <>{children}</>;
  return (
    <Page title="This cannot be shown">
      <div class="notice danger" role="alert">
        <p>Something came that this page does not understand. Nothing was changed by that.</p>
        <div class="actions">
          <button type="button" class="btn" onClick={() => location.reload()}>
            Load the page anew
          </button>
        </div>
      </div>
    </Page>
  );
};
