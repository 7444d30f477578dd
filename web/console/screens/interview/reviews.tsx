import { decisions, Status } from '../../parts/status.tsx';
import { dayAndTime } from '../../time.ts';
import type { Shown } from './shown.ts';

/** The decisions so far, newest first. */
export const Reviews = ({ reviews, zone }: { reviews: Shown['reviews']; zone: string }) =>
  reviews.length > 0 ? (
    <div>
      <h3>Decisions so far, newest first</h3>
      <ol class="log" aria-label="Decisions so far, newest first">
        {reviews.toReversed().map(({ number, decision, reason, score, actor_name, made_at }) => (
          <li key={number}>
            <span>
              <Status {...decisions[decision]} />
              {score !== null && `, own score ${score}`}
            </span>
            <span class="as-typed" dir="auto">
              {reason}
            </span>
            <span class="meta">
              <bdi>{actor_name ?? 'A recruiter'}</bdi>, {dayAndTime(made_at, zone)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  ) : null;
