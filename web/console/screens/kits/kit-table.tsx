import type { Output } from '../../../../client/types.ts';
import { difficulties, languageTitle, types } from '../../job-words.ts';
import { Status } from '../../parts/status.tsx';
import { to } from '../../router.ts';
import { useSettings } from '../../settings.ts';
import { dayAndTime, zoneName } from '../../time.ts';
import { counted, versionState } from './words.ts';

type Listed = Output<'listKits'>['items'][number];

const Row = ({ kit, zone }: { kit: Listed; zone: string }) => {
  const { kit_id, job_title, status, version, approved_version, created_at } = kit;
  const hasOlder = status === 'draft' && approved_version !== null;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="c-who">
        <a class="who" href={to(`/kits/${kit_id}`)} dir="auto">
          {job_title}
        </a>
      </th>
      <td role="cell" class="c-job">
        {types[kit.ai_interview_type]}, {difficulties[kit.difficulty].toLowerCase()},{' '}
        {languageTitle(kit.language)}
      </td>
      <td role="cell" class="c-state">
        <Status {...versionState(status, version)} />
        {hasOlder && <span class="meta">Version {approved_version} is approved</span>}
      </td>
      <td role="cell" class="c-score">
        {counted(kit.question_count, 'question')}
      </td>
      <td role="cell" class="c-time">
        <time dateTime={created_at}>{dayAndTime(created_at, zone)}</time>
      </td>
    </tr>
  );
};

/** Kits, each with its newest version. */
export const KitTable = ({ items }: { items: readonly Listed[] }) => {
  const { zone } = useSettings();
  return (
    <div class="card flush">
      <table role="table" class="rows list" aria-label="Interview kits">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="c-who">
              Job
            </th>
            <th role="columnheader" scope="col" class="c-job">
              Kind
            </th>
            <th role="columnheader" scope="col" class="c-state">
              Newest version
            </th>
            <th role="columnheader" scope="col" class="c-score">
              Size
            </th>
            <th role="columnheader" scope="col" class="c-time">
              Made ({zoneName(zone)})
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((kit) => (
            <Row key={kit.kit_id} kit={kit} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
