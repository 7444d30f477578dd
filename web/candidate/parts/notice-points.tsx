import type { NoticeText } from '../../../shared/domain/notice/notice.ts';

/** What the notice on the use of AI says, point by point. */
export const noticePoints = (points: NoticeText['points']) => (
  <div class="points">
    {points.map(({ title, text }) => (
      <section>
        <h2>{title}</h2>
        <p>
          {text.map((run) =>
            typeof run === 'string' ? (
              run
            ) : (
              <a href={run.href} rel="noreferrer">
                {run.text}
              </a>
            ),
          )}
        </p>
      </section>
    ))}
  </div>
);
