import { happens } from '../../shared/table/audit.ts';
import { type Table, transact } from '../../shared/table/client.ts';
import { createInterview, readInterview } from '../../shared/table/interviews.ts';
import { putLinkWithQuestions } from '../../shared/table/links.ts';
import { putResponse } from '../../shared/table/responses.ts';
import { sealSession, startSession } from '../../shared/table/sessions.ts';
import { aLink, anInterview, aQuestion, aResponse, aSession } from './records.ts';

/** The interview as `keepEvaluation` takes it, as it is stored now. */
export const evaluated = async (table: Table, interview_id = anInterview().interview_id) => {
  const record = await readInterview(table, interview_id);
  return record ?? { interview: anInterview(), questions: [], evaluations: [] };
};

const by = { recruiter: 'recruiter-1' };
const order = ['created', 'scheduled', 'in_progress', 'completed'];

/**
 * Takes an interview through the table's own functions up to a status: created, given a link with
 * three questions, started, the first `answered` of them answered, sealed; or cancelled before the
 * start, or after these answers if there are any.
 */
export const storeInterview = async (
  table: Table,
  status: 'created' | 'scheduled' | 'in_progress' | 'completed' | 'cancelled',
  answered = 0,
) => {
  const interview = anInterview({ status: 'scheduled' });
  const { interview_id } = interview;
  const link = aLink();
  const questions = [1, 2, 3].map((n) => aQuestion(n));
  const session = aSession({ started_at: null });
  const brief = { job_description: 'We store orders.', resume_text: null };
  const before = answered > 0 ? 'in_progress' : 'scheduled';
  const reached = (wanted: string) =>
    order.indexOf(wanted) <= order.indexOf(status === 'cancelled' ? before : status);
  await createInterview(table, { interview, brief, by });
  if (reached('scheduled')) {
    const made = { link, replaced: null, session, questions, replaced_questions: 0, usd: 0 };
    await putLinkWithQuestions(table, interview, { ...made, replaced_kit: undefined, by });
  }
  if (reached('in_progress')) {
    const started_at = '2026-11-23T10:00:00.000Z';
    await startSession(table, interview, { link_id: link.link_id, started_at, notice: null });
    for (let n = 1; n <= answered; n++) {
      await putResponse(table, interview, {
        response: aResponse(n, { took_s: 90 }),
        link_id: link.link_id,
      });
    }
  }
  if (reached('completed')) {
    const completed_at = '2026-11-23T10:30:00.000Z';
    await sealSession(table, interview, {
      link_id: link.link_id,
      answered,
      follow_ups: 0,
      completed_at,
    });
  }
  if (status === 'cancelled') {
    const at = '2026-11-23T09:50:00.000Z';
    const row = { event: 'interview_cancelled', at, actor: by, facts: {} } as const;
    await transact(table, happens(table, interview_id, before, row));
  }
  return { interview_id, link, questions, session, by };
};
