import { to } from '../../router.ts';
import { useSettings } from '../../settings.ts';
import { dayAndTime } from '../../time.ts';
import type { Kit } from './kit-draft.ts';
import { counted, whoOf, writersOf } from './words.ts';

/** The versions of a kit, newest first: who made them, when, and how many interviews use them. */
export const VersionsLog = ({ kit }: { kit: Kit }) => {
  const { zone, account } = useSettings();
  const { kit_id, versions, provenance } = kit;
  return (
    <section class="card k-versions" aria-labelledby="versions">
      <div class="card-head">
        <h2 id="versions">Versions</h2>
        {versions.length > 1 && <a href={to(`/kits/${kit_id}/versions`)}>Side by side</a>}
      </div>
      <ol class="log" role="list">
        {versions.toReversed().map(({ version, status, interviews, created_at, created_by }) => (
          <li key={version}>
            <span>
              <strong>{version}</strong> {status === 'approved' ? 'Approved' : 'Draft'}
              {interviews > 0 && `, in use by ${counted(interviews, 'interview')}`}
            </span>
            <span class="meta">
              {whoOf(created_by, account.user_id)},{' '}
              <time dateTime={created_at}>{dayAndTime(created_at, zone)}</time>
            </span>
            {version === 1 &&
              writersOf(provenance).map((writer) => (
                <span class="meta" key={writer}>
                  {writer}
                </span>
              ))}
            {version === kit.version ? (
              <span class="meta">Shown here</span>
            ) : (
              <a
                class="row-link"
                href={to(`/kits/${kit_id}`, {
                  version: version === versions.length ? null : String(version),
                })}
              >
                Read version {version}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
