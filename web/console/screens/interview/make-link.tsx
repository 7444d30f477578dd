import { ErrorSummary, wrongOf } from '../../parts/problem.tsx';
import { to } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import { type DoingProps, useDoing } from './doing.ts';
import { linkRefusals } from './link-refusals.ts';

/** The first link of an interview, or the one after its address has changed. */
export const MakeLink = (props: DoingProps) => {
  const { interview_id, kit_id } = props.interview;
  const doing = useDoing(props);
  const { isWorking, error } = doing;
  const todo = error && linkRefusals[error.code];
  const make = () =>
    doing.run(() => talaro.generateLink({ interview_id }), 'The link is made. Copy and send it.');
  return (
    <>
      <ErrorSummary wrong={wrongOf(error, {})} />
      {todo && (
        <p>
          {todo}{' '}
          {error.code === 'kit_not_approved' && kit_id && (
            <a href={to(`/kits/${kit_id}`)}>Go to the kit</a>
          )}
        </p>
      )}
      <p>
        There is no link yet. Making it takes the questions of the job’s kit; where there is none,
        AI writes one now.
      </p>
      <div class="actions">
        <button
          type="button"
          class="btn primary"
          aria-disabled={isWorking}
          onClick={() => void make()}
        >
          Make a link
        </button>
      </div>
      <p class="meta did" role="status">
        {isWorking &&
          'Making the link. Where a kit has to be written and spoken first, that takes about a minute; you may leave this page.'}
      </p>
    </>
  );
};
