import { to } from '../../router.ts';
import { AuditTable } from './audit-table.tsx';
import type { ShownProps } from './shown.ts';

/** How many entries stand on the interview's own screen. */
const shown = 10;
/** How many the API gives with an interview; where there are as many, there may be more. */
const given = 50;

/** The newest of what happened. */
export const NewestAudit = ({ interview, zone, kind }: ShownProps & { kind: string }) => {
  const { interview_id, audit } = interview;
  return (
    <section class={kind} aria-labelledby="audit">
      <div class="card-head">
        <h2 id="audit">Audit</h2>
        <a href={to(`/interviews/${interview_id}/audit`)}>
          {audit.length < given ? `All ${audit.length} entries` : 'All entries'}
        </a>
      </div>
      <AuditTable entries={audit.slice(-shown)} zone={zone} />
    </section>
  );
};
