import { useSettings } from '../../settings.ts';
import { zoneName } from '../../time.ts';
import type { Listed } from './pages.ts';
import { Row } from './row.tsx';

const columns = [
  ['c-who', 'Candidate'],
  ['c-job', 'Job'],
  ['c-state', 'Interview'],
  ['c-link', 'Link'],
  ['c-time', 'Window'],
  ['c-score num', 'Score'],
  ['c-decision', 'Decision'],
] as const;

/** The interviews of a page. */
export const InterviewTable = ({
  items,
  isBusy,
}: {
  items: readonly Listed[];
  isBusy: boolean;
}) => {
  const { zone } = useSettings();
  const named = zoneName(zone);
  return (
    <div class="card flush">
      <table
        class="rows list"
        role="table"
        aria-label="Interviews, latest start first"
        aria-busy={isBusy}
      >
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(([kind, title]) => (
              <th key={kind} role="columnheader" scope="col" class={kind}>
                {kind === 'c-time' ? `${title}, ${named}` : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((listed) => (
            <Row key={listed.interview_id} listed={listed} zone={zone} named={named} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
