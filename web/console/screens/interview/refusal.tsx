import type { Fields } from '../../parts/problem.tsx';
import { ErrorSummary, wrongOf } from '../../parts/problem.tsx';
import type { Doing } from './doing.ts';

/** Why something was not done, and what others have changed in the meantime. */
export const Refusal = ({
  doing: { error, changes },
  fields = {},
}: {
  doing: Doing;
  fields?: Fields;
}) => (
  <>
    <ErrorSummary wrong={wrongOf(error, fields)} />
    {changes.length > 0 && (
      <div class="meta">
        <p>What has changed since, already shown on this page:</p>
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </div>
    )}
    {error?.code === 'update_conflict' && <p>If it is still right, do it again.</p>}
  </>
);
