import type { OpenDialog } from './dialogs.tsx';
import type { DoingProps } from './doing.ts';
import { Facts } from './facts.tsx';
import { LinkCard } from './link-card.tsx';
import { NewestAudit } from './newest-audit.tsx';
import { Progress } from './progress.tsx';
import { Steps } from './steps.tsx';

interface UnderWayProps extends DoingProps {
  open: OpenDialog;
  heard: string;
  isLost: boolean;
}

/** An interview that is not over: its link, and how far it is. */
export const UnderWay = (props: UnderWayProps) => {
  const { interview, zone } = props;
  return (
    <>
      <div class="cols side even block-s">
        <div class="stack">
          <LinkCard {...props} />
          {interview.questions.length > 0 && <Progress {...props} />}
        </div>
        <div class="stack">
          <section class="card" aria-labelledby="so-far">
            <h2 id="so-far">So far</h2>
            <Steps interview={interview} zone={zone} />
          </section>
          <section class="card grow-card" aria-labelledby="about">
            <h2 id="about">About</h2>
            <Facts interview={interview} zone={zone} />
          </section>
        </div>
      </div>
      <NewestAudit interview={interview} zone={zone} kind="block card" />
    </>
  );
};
