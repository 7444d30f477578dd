import { linkStates, Status } from '../../parts/status.tsx';
import { CopyLink } from './copy-link.tsx';
import type { OpenDialog } from './dialogs.tsx';
import type { DoingProps } from './doing.ts';
import { MakeLink } from './make-link.tsx';
import type { Shown } from './shown.ts';
import { zoned } from './window.ts';

const Times = ({ interview, zone }: { interview: Shown; zone: string }) => {
  const { ends_at, link } = interview;
  const times = [
    ['Link opens', link.opens_at],
    ['Window ends', ends_at],
    [link.status === 'expired' ? 'Link stopped' : 'Link stops', link.expires_at],
  ] as const;
  return (
    <dl class="facts three">
      {times.map(([term, at]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{at ? zoned(at, zone) : 'Not set'}</dd>
        </div>
      ))}
    </dl>
  );
};

const Expired = ({ interview }: { interview: Shown }) => (
  <p>
    {interview.status === 'in_progress'
      ? 'The link has stopped before everything was answered. Extend the window to let the candidate go on, or close the interview; after a day it is closed by itself.'
      : 'The link has stopped and nobody has started. Move the window, and the same link works again.'}
  </p>
);

/** The link of an interview that is not over, and all that can be done with it. */
export const LinkCard = ({ open, ...props }: DoingProps & { open: OpenDialog }) => {
  const { interview, zone } = props;
  const { link, status, ai_interview_type, starts_at } = interview;
  const hasLink = link.status !== 'none';
  const isUsable = link.status === 'open' || link.status === 'not_open';
  return (
    <section class="card" aria-labelledby="link">
      <div class="card-head">
        <h2 id="link">Link</h2>
        <Status {...linkStates[link.status]} />
      </div>
      {link.status === 'expired' && <Expired interview={interview} />}
      {hasLink && <CopyLink key={`${link.generation} ${link.created_at}`} interview={interview} />}
      {hasLink && <Times interview={interview} zone={zone} />}
      {!hasLink && !starts_at && <p>It has no window yet. Set one, then make its link.</p>}
      {!hasLink && !ai_interview_type && <p>It is not an interview by AI, so it gets no link.</p>}
      {!hasLink && starts_at && ai_interview_type && <MakeLink {...props} />}
      <div class="actions rule-s">
        <button type="button" class="btn" onClick={() => open('extend')}>
          {isUsable ? 'Extend' : starts_at ? 'Move the window' : 'Set the window'}
        </button>
        {hasLink && (
          <button type="button" class="btn" onClick={() => open('replace')}>
            New link
          </button>
        )}
        {status === 'in_progress' && (
          <button type="button" class="btn" onClick={() => open('close')}>
            Close and evaluate
          </button>
        )}
        <button type="button" class="btn danger" onClick={() => open('cancel')}>
          Cancel interview
        </button>
      </div>
    </section>
  );
};
