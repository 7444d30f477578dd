import { Status } from '../../parts/status.tsx';
import { dayAndTime, secondsOf, timeOf, zoneName } from '../../time.ts';
import { progressOf } from './progress-rows.ts';
import { isLive, type ShownProps } from './shown.ts';

interface ProgressProps extends ShownProps {
  /** When it was heard of last. */
  heard: string;
  isLost: boolean;
}

/** Whether what is shown is what is. */
export const LastHeard = ({ interview, zone, heard, isLost }: ProgressProps) => {
  const at = secondsOf(heard, zone);
  const word = isLost ? 'Not reached, trying again; last heard' : 'Live, last heard';
  return <p class="meta">{isLive(interview) || isLost ? `${word} ${at}` : `As of ${at}`}</p>;
};

/** What has become of each question, while they are being answered. */
export const Progress = (props: ProgressProps) => {
  const { interview, zone } = props;
  const { answered_questions = 0, total_questions = 0 } = interview.session ?? {};
  return (
    <section class="card" aria-labelledby="progress">
      <div class="card-head">
        <h2 id="progress">Progress</h2>
        <LastHeard {...props} />
      </div>
      <p class="away" role="status">
        {answered_questions} of {total_questions} answered
      </p>
      <table class="rows plain tight prog" aria-label="Progress by question">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">State</th>
            <th scope="col" class="num">
              At, {zoneName(zone)}
            </th>
          </tr>
        </thead>
        <tbody>
          {progressOf(interview).map(({ id, number, text, state, at }) => (
            <tr key={id}>
              <th scope="row">
                <span class="clamped">
                  {number}&ensp;<bdi>{text}</bdi>
                </span>
              </th>
              <td>
                <Status {...state} />
              </td>
              <td class="num">
                {at && <time title={dayAndTime(at, zone)}>{timeOf(at, zone)}</time>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="meta">
        Drafts are not shown and not scored. No score is shown before the interview is complete.
      </p>
    </section>
  );
};
