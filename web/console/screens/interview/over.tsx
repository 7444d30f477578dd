import { linkStates, Status } from '../../parts/status.tsx';
import { Decision } from './decision.tsx';
import type { DoingProps } from './doing.ts';
import { Facts } from './facts.tsx';
import { NewestAudit } from './newest-audit.tsx';
import { LastHeard } from './progress.tsx';
import { Answers } from './reading/answers.tsx';
import { ScoreCard } from './reading/score.tsx';
import { awaitedVersion, type Shown, type ShownProps } from './shown.ts';
import { Steps } from './steps.tsx';
import { Unsent } from './unsent.tsx';

interface OverProps extends DoingProps {
  heard: string;
  isLost: boolean;
}

const Course = ({ interview, zone }: ShownProps) => (
  <section class="card block-s" aria-labelledby="course">
    <div class="card-head">
      <h2 id="course">Link and progress</h2>
      <p>
        Link <Status {...linkStates[interview.link.status]} />
      </p>
    </div>
    <Steps interview={interview} zone={zone} isAcross />
    <Facts interview={interview} zone={zone} isAcross />
  </section>
);

const Cancelled = ({ interview }: { interview: Shown }) => (
  <section class="notice block-s" aria-labelledby="cancelled">
    <h2 id="cancelled">Cancelled</h2>
    <p dir="auto">{interview.cancel_reason || 'No reason was given.'}</p>
    <p class="meta">Its link has stopped. Nothing is evaluated.</p>
  </section>
);

const Evaluating = (props: OverProps) => {
  const version = awaitedVersion(props.interview);
  if (version === null) return null;
  return (
    <section class="notice block-s" aria-labelledby="evaluating">
      <h2 id="evaluating">
        {version === 1 ? 'The answers are being evaluated' : `Version ${version} is being made`}
      </h2>
      <p>The evaluation appears here by itself. Nothing is lost if it takes long.</p>
      <LastHeard {...props} />
    </section>
  );
};

/** An interview that is over: what was said, how it was read, and what a person decides. */
export const Over = (props: OverProps) => {
  const { interview, zone } = props;
  const isCompleted = interview.status === 'completed';
  return (
    <>
      {isCompleted ? <Evaluating {...props} /> : <Cancelled interview={interview} />}
      {isCompleted && <ScoreCard interview={interview} zone={zone} />}
      <Course interview={interview} zone={zone} />
      {interview.responses.length > 0 && <Answers interview={interview} zone={zone} />}
      <Unsent interview={interview} zone={zone} />
      <div class={isCompleted ? 'cols two block' : 'block'}>
        {isCompleted && <Decision {...props} />}
        <NewestAudit interview={interview} zone={zone} kind="card" />
      </div>
    </>
  );
};
