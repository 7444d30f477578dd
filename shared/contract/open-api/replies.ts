import { Assessment, CriterionLevel, Flag } from '../../domain/assessment.ts';
import { Cost } from '../../domain/cost.ts';
import { Difficulty, InterviewStatus, InterviewType } from '../../domain/interview.ts';
import { VersionStatus } from '../../domain/kit.ts';
import { KitQuestion } from '../../domain/kit-content.ts';
import { Provenance } from '../../domain/provenance.ts';
import { Competency, Criterion, Question, Rubric } from '../../domain/rubric.ts';
import { QuestionScore, Recommendation } from '../../domain/score.ts';
import { Accommodation, Evaluation } from '../../domain/session.ts';
import { DraftView } from '../draft-view.ts';
import { InterviewDetail } from '../endpoints/get-interview.ts';
import { Started } from '../endpoints/start-interview.ts';
import { endpoints } from '../endpoints.ts';
import { Feedback } from '../feedback.ts';
import { InterviewView } from '../interview-view.ts';
import { KitSummary, KitView } from '../kit-view.ts';
import { LinkView } from '../link-view.ts';
import { OpenInterview } from '../open-interview.ts';
import { Result } from '../result.ts';
import type { Named } from './named.ts';

const detail = InterviewDetail.shape;
const session = detail.session.unwrap();
const questionId = '4f8a1b6d-9c2e-47f3-b0a5-1e7d3c9b8f64';
const nextQuestionId = 'e6c3d9a7-5b1f-4e82-9d4c-7a0b2f8e1c95';

/** Kits, questions and rubrics. */
const kits: Readonly<Record<string, Named>> = {
  InterviewType: { schema: InterviewType, description: 'What kind of interview it is.' },
  Difficulty: { schema: Difficulty, description: 'How demanding the questions are.' },
  VersionStatus: {
    schema: VersionStatus.shape.status,
    description: 'Every version is a draft until it is approved. Its content never changes.',
  },
  Competency: {
    schema: Competency,
    description: 'Something that the job requires.',
  },
  Anchors: {
    schema: Criterion.shape.anchors,
    description: 'What an answer shows at levels 1, 3 and 5.',
  },
  Criterion: {
    schema: Criterion,
    description: 'One thing that an answer is judged by.',
    shown: ['warning_signs'],
  },
  Rubric: { schema: Rubric, description: 'How the answers to one question are judged.' },
  KitQuestion: {
    schema: KitQuestion,
    description: 'A question of a kit; interviews copy it with its id.',
    fields: { id: ['Its id', questionId] },
  },
  Question: {
    schema: Question,
    description: 'A question of an interview, for recruiters.',
    fields: { id: ['Its id', questionId] },
  },
  KitVersion: {
    schema: KitView.shape.versions.element,
    description: 'One version of a kit in short.',
    fields: {
      status: 'Whether it is approved',
      questions: ['How many questions it has', 5],
    },
  },
  Kit: {
    schema: KitView,
    description: 'One version of an interview kit, with the states of all versions.',
    fields: {
      status: 'Whether this version is approved',
      provenance: 'Every use of a model that wrote something in it',
    },
  },
  KitSummary: {
    schema: KitSummary,
    description: 'A kit in a list: its newest version in short.',
    fields: {
      version: ['Its newest version', 3],
      status: 'Whether the newest version is approved',
    },
  },
  KitList: { schema: endpoints.listKits.response, description: 'A page of interview kits.' },
  SpokenQuestion: {
    schema: endpoints.speakQuestion.response,
    description: 'The sound of a question.',
    fields: { audio_url: ['Where it is; null without a voice', '/media/tts/kit_1f0c9b7e.mp3'] },
  },
};

/** Readings of answers, scores and costs. */
const results: Readonly<Record<string, Named>> = {
  Evaluator: {
    schema: Provenance.shape.evaluator,
    description:
      'A model on Bedrock, a model of your own, or `offline`: a demonstration without a language model.',
  },
  Provenance: { schema: Provenance, description: 'One use of a model.' },
  Recommendation: {
    schema: Recommendation,
    description: 'Follows from the score: from 80 Strong Yes, from 60 Yes, from 40 Maybe.',
  },
  Flag: {
    schema: Flag,
    description: 'A signal that a person has to look.',
    fields: { kind: 'What kind of signal it is' },
  },
  NotScoredReason: {
    schema: CriterionLevel.shape.not_scored.unwrap(),
    description: 'Why a criterion has no level.',
  },
  CriterionLevel: {
    schema: CriterionLevel,
    description: 'What an answer showed of one criterion.',
    fields: { warning_signs: ['Passages of the answer that show a warning sign', []] },
    shown: ['reason'],
  },
  FeedbackText: {
    schema: Assessment.shape.feedback,
    description: 'The feedback on an answer, without number, level or verdict.',
  },
  Feedback: {
    schema: Feedback,
    description: 'The feedback on an answer that the candidate sees.',
  },
  Assessment: {
    schema: Assessment,
    description: 'The reading of one answer: levels with their evidence.',
    fields: {
      status: '`needs_human` if a level could not be supported by quotations',
      criteria: 'What it showed of each criterion',
      feedback: 'What the candidate is told',
    },
  },
  QuestionScore: {
    schema: QuestionScore,
    description: 'The score of one question.',
    fields: {
      status: 'Whether it was scored, and if not, why',
      score: ['From 0 to 100; 0 if it was not answered; null if it was not scored', 75],
    },
  },
  QuestionAssessment: {
    schema: Evaluation.shape.assessments.element,
    description: 'The reading of the answer to one question.',
  },
  Evaluation: {
    schema: Evaluation,
    description: 'One evaluation of a completed interview.',
    fields: {
      status: '`needs_human` if an answer could not be scored, so that there is no score',
      questions: 'The score of each question',
      evaluation: 'The evaluation in words',
      provenance: 'Where these texts came from',
    },
  },
  Evidence: {
    schema: Result.shape.evidence.element,
    description: 'What a candidate said to one question that the evaluation rests on.',
  },
  ModelCost: { schema: Cost.shape.questions, description: 'What one use of models has cost.' },
  VoiceCost: { schema: Cost.shape.voice, description: 'What speaking the questions has cost.' },
  Cost: {
    schema: Cost,
    description: 'What an interview has cost at list prices.',
    fields: {
      questions: 'Writing questions for this interview alone',
      evaluation: 'Reading the answers and evaluating them',
    },
  },
};

/** Interviews and links, as recruiters see them. */
const interviews: Readonly<Record<string, Named>> = {
  Tokens: { schema: endpoints.login.response, description: 'What a login gives.' },
  AccessToken: { schema: endpoints.refreshLogin.response, description: 'A new access token.' },
  InterviewStatus: {
    schema: InterviewStatus,
    description: 'From `scheduled` over `in_progress` to `completed`, or `cancelled`; never back.',
  },
  Interview: {
    schema: InterviewView,
    description: 'An interview, as recruiters see it.',
    fields: {
      id: ['The same as `interview_id`', '1c9f2a4e-6b1d-4a57-9c3e-8f0b7d2e5a10'],
      ai_interview_type: 'What kind of interview it is; null if it is not to be held by AI',
      kit_id: 'The kit that the questions come from; null before the first link if none was given',
      starts_at: 'When it starts; null if that is not known yet',
      ends_at: 'When it ends; null if that is not known yet',
    },
  },
  InterviewDetail: {
    schema: InterviewDetail,
    description: 'Everything about an interview.',
    fields: {
      id: ['The same as `interview_id`', '1c9f2a4e-6b1d-4a57-9c3e-8f0b7d2e5a10'],
      ai_interview_type: 'What kind of interview it is; null if it is not to be held by AI',
      kit_id: 'The kit that the questions come from; null before the first link if none was given',
      kit_version: 'The version that they were copied from; null before the first link',
      starts_at: 'When it starts; null if that is not known yet',
      ends_at: 'When it ends; null if that is not known yet',
      evaluation: 'The newest evaluation; null while there is none',
    },
  },
  LinkStatus: {
    schema: detail.link.shape.status,
    description: 'Whether there is a link, and whether it is in its window.',
  },
  LinkState: {
    schema: detail.link,
    description: 'The link of an interview.',
    fields: {
      created_at: 'When it was made; null without a link',
      opens_at: '15 minutes before the start; null without a link',
      expires_at: 'Two hours after the end; null without a link',
    },
  },
  AcceptedNotice: {
    schema: session.shape.notice.unwrap(),
    description: 'The notice on the use of AI that the candidate has accepted.',
    fields: { version: ['Its version', '2026-11'] },
  },
  Session: {
    schema: session,
    description: 'The session of a candidate.',
    fields: { notice: 'The notice on the use of AI, if it was accepted' },
  },
  CandidateResponse: {
    schema: detail.responses.element,
    description: 'An answer and how it was read.',
    fields: { order: 'The place of its question' },
  },
  AccommodationKind: {
    schema: Accommodation.shape.kind,
    description: 'What a candidate asks for.',
  },
  Accommodation: {
    schema: Accommodation,
    description: 'A request for more time or another format. No prompt contains it.',
    fields: { message: ['What would help', 'I read with a screen reader and need more time.'] },
  },
  AuditEntry: { schema: detail.audit.element, description: 'Something that happened.' },
  LinkReply: {
    schema: LinkView,
    description: 'The link of a candidate.',
    fields: {
      message: ['A sentence for a person', 'AI interview link generated successfully'],
    },
  },
  RequestedEvaluation: {
    schema: endpoints.reEvaluateInterview.response,
    description: 'An evaluation that is being made.',
    fields: {
      version: ['The version that it will have', 2],
      message: [
        'A sentence for a person',
        'The evaluation is in progress; earlier versions are kept',
      ],
    },
  },
};

/** What candidates see. */
const candidates: Readonly<Record<string, Named>> = {
  Notice: {
    schema: OpenInterview.shape.notice,
    description: 'The notice on the use of AI.',
    fields: { version: ['Its newest version', '2026-11'] },
  },
  CandidateInterview: {
    schema: OpenInterview,
    description: 'The interview, as the candidate sees it before starting.',
    fields: {
      status: 'How far the interview is',
      evaluator: 'What wrote the questions; null if a person did',
      answered_questions: ['How many of them have an answer', 0],
      message: ['A sentence for a person', 'The interview can be started'],
    },
  },
  CandidateQuestion: {
    schema: Started.shape.questions.element,
    description: 'A question, as the candidate sees it.',
    fields: { id: ['Its id', questionId] },
  },
  AnsweredQuestion: {
    schema: Started.shape.responses.element,
    description: 'An answer that the candidate has given, with its feedback.',
  },
  Draft: {
    schema: DraftView,
    description: 'What was typed and not sent.',
    fields: { text: ['What was typed', 'On a night shift I saw'] },
  },
  StartedInterview: {
    schema: Started,
    description: 'An interview that was started or resumed. Once completed, it has its result.',
    fields: {
      current_question_id: 'Its id; null when all are answered',
      status: '`started` while there is something to answer',
      draft: 'The draft of the current question; null without one',
      evaluator: 'What evaluated it; null while it is being made',
    },
  },
  SavedDraft: { schema: endpoints.saveDraft.response, description: 'What was stored.' },
  AccommodationReply: {
    schema: endpoints.requestAccommodation.response,
    description: 'The request was stored for the recruiter.',
    fields: {
      message: [
        'A sentence for a person',
        'Your request is saved for the recruiter. The interview continues until they reply',
      ],
    },
  },
  SubmittedResponse: {
    schema: endpoints.submitResponse.response,
    description: 'The answer was stored; what comes next.',
    fields: {
      current_question_id: 'The question that was answered',
      next_question_id: ['Its id; null after the last', nextQuestionId],
      message: ['A sentence for a person', 'Response submitted successfully'],
    },
  },
  CompletedInterview: {
    schema: endpoints.completeInterview.response,
    description: 'The result; its texts and numbers are null while it is `evaluating`.',
    fields: {
      status: '`evaluating` while the result is being made',
      evaluator: 'What evaluated it; null while it is being made',
      message: ['A sentence for a person', 'The interview is completed'],
    },
  },
  Health: {
    schema: endpoints.readHealth.response,
    description: 'The service is up.',
    fields: { status: 'Always `ok`' },
  },
  OpenApiDocument: {
    schema: endpoints.readSchema.response,
    description: 'An OpenAPI document.',
  },
};

/** What the API returns; some of it is also part of what clients send. */
export const replies = { ...kits, ...results, ...interviews, ...candidates };
