import { decisions, interviewStates, linkStates, Status } from '../../parts/status.tsx';
import { to } from '../../router.ts';
import { dayAndTime, zoneName } from '../../time.ts';
import { follow } from './keys.ts';
import type { Listed } from './pages.ts';

const Score = ({ listed }: { listed: Listed }) => {
  const { status, score, recommendation, needs_human } = listed;
  if (score !== null) {
    return (
      <>
        <span class="points">{score}</span>
        <span class="meta">{recommendation}</span>
      </>
    );
  }
  if (status !== 'completed') return <span class="away">No score yet</span>;
  return <span class="meta">{needs_human === null ? 'Not yet' : 'No score'}</span>;
};

const Decision = ({ listed: { status, decision, needs_human } }: { listed: Listed }) => {
  if (decision) return <Status {...decisions[decision]} />;
  if (status !== 'completed') return <span class="away">No decision</span>;
  if (needs_human === null) return <Status word="Evaluating" icon="waiting" />;
  if (needs_human) return <Status word="Needs a person" icon="alert" tone="warn" />;
  return <span class="meta">Not decided</span>;
};

interface WindowProps {
  listed: Listed;
  zone: string;
  /** The zone's short name in the column's head; a row in which it differs says so. */
  named: string;
}

const Window = ({ listed: { starts_at, ends_at }, zone, named }: WindowProps) => {
  if (!starts_at) return <span class="meta">No time set</span>;
  const name = zoneName(zone, new Date(starts_at));
  return (
    <>
      <time dateTime={starts_at}>{dayAndTime(starts_at, zone)}</time>
      {name !== named && ` ${name}`}
      {ends_at && <span class="meta"> to {dayAndTime(ends_at, zone)}</span>}
    </>
  );
};

/** One interview of the list. The roles are written out: a table that is drawn as blocks loses its own. */
export const Row = ({ listed, zone, named }: WindowProps) => {
  const { interview_id, candidate_name, candidate_email, job_title, status, open_requests } =
    listed;
  const address = to(`/interviews/${interview_id}`);
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="c-who">
        <a class="who" href={address} dir="auto" onClick={() => follow(address)}>
          {candidate_name}
        </a>
        <span class="meta mail" title={candidate_email}>
          {candidate_email}
        </span>
      </th>
      <td role="cell" class="c-job">
        <bdi>{job_title}</bdi>
      </td>
      <td role="cell" class="c-state">
        <Status {...interviewStates[status]} />
        {listed.total_questions > 0 && (
          <span class="meta">
            {listed.answered_questions} of {listed.total_questions}
            <span class="long"> answered</span>
          </span>
        )}
        {open_requests > 0 && (
          <span class="asks">
            <Status
              word={open_requests === 1 ? 'Has a request' : `${open_requests} requests`}
              icon="bubble"
              tone="warn"
            />
          </span>
        )}
      </td>
      <td role="cell" class="c-link">
        <Status {...linkStates[listed.link_status]} />
      </td>
      <td role="cell" class="c-time">
        <Window listed={listed} zone={zone} named={named} />
      </td>
      <td role="cell" class="c-score num">
        <Score listed={listed} />
      </td>
      <td role="cell" class="c-decision">
        <Decision listed={listed} />
      </td>
    </tr>
  );
};
