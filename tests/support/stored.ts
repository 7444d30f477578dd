import { type Table, transact } from '../../shared/table/client.ts';
import { moveStatus } from '../../shared/table/conditions.ts';
import { createInterview } from '../../shared/table/interviews.ts';
import { putLinkWithQuestions } from '../../shared/table/links.ts';
import { putResponse } from '../../shared/table/responses.ts';
import { sealSession, startSession } from '../../shared/table/sessions.ts';
import { aLink, anInterview, aQuestion, aResponse, aSession } from './records.ts';

const by = { recruiter: 'recruiter-1' };
const order = ['created', 'scheduled', 'in_progress', 'completed'];

/**
 * Takes an interview through the table's own functions up to a status: created, given a link with
 * three questions, started, the first `answered` of them answered, sealed.
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
  const reached = (wanted: string) =>
    order.indexOf(wanted) <= order.indexOf(status === 'cancelled' ? 'scheduled' : status);
  await createInterview(table, { interview, brief, by });
  if (reached('scheduled')) {
    const made = { link, replaced: null, session, questions, replaced_questions: 0, usd: 0 };
    await putLinkWithQuestions(table, interview_id, { ...made, replaced_kit: undefined, by });
  }
  if (reached('in_progress')) {
    const started_at = '2026-11-23T10:00:00.000Z';
    await startSession(table, interview_id, { link_id: link.link_id, started_at, notice: null });
    for (let n = 1; n <= answered; n++) {
      await putResponse(table, interview_id, { response: aResponse(n), link_id: link.link_id });
    }
  }
  if (reached('completed')) {
    const completed_at = '2026-11-23T10:30:00.000Z';
    await sealSession(table, interview_id, {
      link_id: link.link_id,
      answered,
      follow_ups: 0,
      completed_at,
    });
  }
  // Nothing of ours cancels an interview yet.
  if (status === 'cancelled') {
    await transact(table, [moveStatus(table, interview_id, 'scheduled', 'cancelled')]);
  }
  return { interview_id, link, questions, session, by };
};
