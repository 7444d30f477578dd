import { Page } from '../../parts/page.tsx';
import { to } from '../../router.ts';
import type { Doing, Made } from './new-interview-state.ts';
import { Progress } from './progress.tsx';

interface MadeProps {
  made: Made;
  doing: Doing | null;
  isNewJob: boolean;
  makeLink(): void;
  startOver(): void;
}

/** An interview that exists, with what is missing of it. */
export const MadeScreen = ({ made, doing, isNewJob, makeLink, startOver }: MadeProps) => (
  <Page
    title={made.reason === null ? 'It was created before' : 'Created, without a link'}
    crumbs={<a href={to('/')}>Interviews</a>}
  >
    <div class="notice warn narrow-start">
      <p>
        {made.reason === null ? (
          'The first attempt had reached the server, so that the interview is as it was sent then. What you changed since is not in it.'
        ) : (
          <>
            The interview of <bdi>{made.name}</bdi> is there, but it has no link: {made.reason}.
          </>
        )}
      </p>
      <div class="actions">
        {made.reason !== null && (
          <button
            type="button"
            class="btn primary"
            aria-disabled={doing !== null}
            onClick={makeLink}
          >
            Make the link
          </button>
        )}
        <a class="btn" href={to(`/interviews/${made.interview_id}`)} onClick={startOver}>
          Go to the interview
        </a>
      </div>
      <Progress doing={doing} isNewJob={isNewJob} />
    </div>
  </Page>
);
