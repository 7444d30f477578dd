import { createHash, randomUUID } from 'node:crypto';
import type { Deadline } from '../domain/deadline.ts';
import { AppError } from '../domain/errors.ts';
import type { Provenance, Question } from '../domain/rubric.ts';
import type { Session } from '../domain/session.ts';
import { type Interviewer, InterviewerError, type Job } from '../interviewer/interviewer.ts';
import type { Bound } from '../table/client.ts';
import type { keepCompetencies, readCompetencies } from '../table/jobs.ts';
import type { SpeechRequest, Spoken } from '../voice/speak.ts';
import type { Linkable } from './linkable.ts';

/** The dependencies of preparing a session. */
export interface Preparation {
  interviewer: Pick<Interviewer, 'deriveCompetencies' | 'writeQuestions'>;
  readCompetencies: Bound<typeof readCompetencies>;
  keepCompetencies: Bound<typeof keepCompetencies>;
  /** Leaves out the sound that is not finished by the deadline. */
  speak(what: SpeechRequest, deadline: Deadline): Promise<Spoken[]>;
  now(): number;
}

/** Share of the time until the deadline that is reserved for the voice; unused model time adds to it. */
const voiceShare = 0.2;

/** The identity of a job: its text and settings; not the candidate, not the model. */
export const jobHash = (job: Job): string =>
  createHash('sha256')
    .update(JSON.stringify([job.title, job.description, job.type, job.difficulty, job.language]))
    .digest('hex');

const reasons: Readonly<Record<InterviewerError['failure'], string>> = {
  throttled: 'the AI service is busy',
  unavailable: 'the AI service is not available',
  timeout: 'the AI service took too long',
  refused: 'the AI service refused to write questions for this job',
  guardrail: 'a guardrail stopped the questions for this job',
  truncated: 'the AI service did not finish its answer',
  invalid_output: 'the AI service gave no usable questions',
  budget_reached: 'today’s budget for the AI service is spent',
};

/** Seconds until the budget of the next day (UTC) begins. */
const untilTomorrow = (now: number) => Math.ceil((86_400_000 - (now % 86_400_000)) / 1000);

const unavailable = (error: InterviewerError, now: number) => {
  const message = `Failed to generate AI interview link: ${reasons[error.failure]}`;
  if (error.failure === 'budget_reached') {
    const retry_after = untilTomorrow(now);
    return new AppError('budget_reached', message, { cause: error, retry_after });
  }
  return new AppError(
    'ai_unavailable',
    message,
    // A refusal will recur; every other failure may pass.
    error.failure === 'refused' || error.failure === 'guardrail'
      ? { cause: error }
      : { cause: error, retry_after: 10 },
  );
};

/**
 * Writes the questions with their rubrics and speaks them, for a session that is not stored yet.
 * @throws AppError ai_unavailable, budget_reached; sound that cannot be created is left out
 */
export const prepareSession = async (
  deps: Preparation,
  { interview, brief }: Linkable,
  deadline: Deadline,
): Promise<{ session: Session; questions: Question[] }> => {
  const job: Job = {
    title: interview.job_title,
    description: brief.job_description,
    type: interview.ai_interview_type,
    difficulty: interview.difficulty,
    language: interview.language,
  };
  const writtenBy = { at: deadline.at - voiceShare * (deadline.at - deps.now()) };
  const provenance: Provenance[] = [];
  try {
    const hash = jobHash(job);
    let known = await deps.readCompetencies(hash);
    if (!known) {
      const derived = await deps.interviewer.deriveCompetencies(job, writtenBy);
      provenance.push(derived.provenance);
      known = await deps.keepCompetencies(hash, derived);
    }
    const { questions, provenance: wrote } = await deps.interviewer.writeQuestions(
      {
        job,
        competencies: known.competencies,
        resume: brief.resume_text,
        count: interview.question_count,
      },
      writtenBy,
    );
    provenance.push(wrote);
    const session_id = randomUUID();
    const spoken = await deps.speak(
      { session_id, language: interview.language, texts: questions.map(({ text }) => text) },
      deadline,
    );
    return {
      session: {
        session_id,
        created_at: new Date(deps.now()).toISOString(),
        started_at: null,
        completed_at: null,
        answered: 0,
        notice: null,
        competencies: known.competencies,
        provenance,
        voice_characters: spoken.reduce((sum, { characters }) => sum + characters, 0),
      },
      questions: questions.map((question, n) => ({
        ...question,
        id: randomUUID(),
        order: n + 1,
        type: interview.ai_interview_type,
        audio_url: spoken[n]?.audio_url ?? null,
      })),
    };
  } catch (error) {
    throw error instanceof InterviewerError ? unavailable(error, deps.now()) : error;
  }
};
