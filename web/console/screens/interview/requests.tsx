import { Icon } from '../../parts/icon.tsx';
import { dayAndTime } from '../../time.ts';
import type { OpenDialog } from './dialogs.tsx';
import { mailTo, type Shown, type ShownProps } from './shown.ts';

type Request = Shown['accommodations'][number];

const kinds: Record<Request['kind'], string> = {
  more_time: 'Asked for more time',
  other_format: 'Asked for another format',
  other: 'Asked for something',
};

const Handled = ({ request, zone }: { request: Request; zone: string }) => (
  <p class="meta">
    Handled by <bdi>{request.handled_by_name ?? 'a recruiter'}</bdi>
    {request.handled_at && `, ${dayAndTime(request.handled_at, zone)}`}
    {request.note && (
      <>
        {': '}
        <span dir="auto">{request.note}</span>
      </>
    )}
  </p>
);

interface RequestsProps extends ShownProps {
  open: OpenDialog;
}

const Todo = ({ interview, request, open }: RequestsProps & { request: Request }) => {
  const { status, candidate_name, candidate_email, job_title } = interview;
  return (
    <>
      {(status === 'scheduled' || status === 'in_progress') && (
        <button type="button" class="btn" onClick={() => open('extend')}>
          Extend the window
        </button>
      )}
      <a class="btn" href={mailTo(candidate_email, `Your interview: ${job_title}`)}>
        <span>
          Write to <bdi>{candidate_name}</bdi>
        </span>
      </a>
      <button type="button" class="btn" onClick={() => open({ handle: request.accommodation_id })}>
        Mark as handled
      </button>
    </>
  );
};

/** What the candidate has asked for, what nobody has seen to yet first. */
export const Requests = (props: RequestsProps) => {
  const { interview, zone } = props;
  const newestFirst = interview.accommodations.toReversed();
  const sorted = newestFirst.toSorted((one, other) => Number(one.handled) - Number(other.handled));
  return (
    <>
      {sorted.map((request) => {
        const { accommodation_id: id, kind, message, requested_at, handled } = request;
        return (
          <section
            key={id}
            class={`notice request ${handled ? '' : 'warn'}`}
            aria-labelledby={`request-${id}`}
          >
            <div>
              <h2 id={`request-${id}`}>
                <Icon name="bubble" />
                {kinds[kind]}
              </h2>
              <p class="meta">
                {dayAndTime(requested_at, zone)}. Only people read this; it is in no prompt and
                changes no score.
              </p>
              {message && <blockquote dir="auto">{message}</blockquote>}
            </div>
            <div class="actions">
              {handled ? (
                <Handled request={request} zone={zone} />
              ) : (
                <Todo request={request} {...props} />
              )}
            </div>
          </section>
        );
      })}
    </>
  );
};
