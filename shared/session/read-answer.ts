import type { Assessment } from '../domain/assessment.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Question } from '../domain/rubric.ts';
import type { Interviewer } from '../interviewer/interviewer.ts';
import type { InterviewRecord } from '../table/interviews.ts';

/**
 * Has the answer to one question read, and notes which version of the kit it was read by.
 * @throws InterviewerError
 */
export const readAnswer = async (
  { assessAnswer }: Pick<Interviewer, 'assessAnswer'>,
  { interview, session }: Pick<InterviewRecord, 'interview' | 'session'>,
  { question: { text, rubric }, answer }: { question: Question; answer: string },
  deadline: Deadline,
): Promise<Assessment> => {
  const { language } = interview;
  const assessment = await assessAnswer({ question: text, rubric, answer, language }, deadline);
  return { ...assessment, ...(session?.kit && { kit_version: session.kit.version }) };
};
