import type { TalaroError } from '../../../client/error.ts';

/** What could not be loaded, with the server's own sentence, and a way to try again. */
export const Failure = ({ error, retry }: { error: TalaroError; retry(): void }) => (
  <div class="notice danger" role="alert">
    <p>{error.message}</p>
    {error.request_id && <p class="meta">Reference for the operators: {error.request_id}</p>}
    <div class="actions">
      <button type="button" class="btn" onClick={retry}>
        Try again
      </button>
    </div>
  </div>
);
