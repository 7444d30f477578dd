import { DraftView } from '../../draft-view.ts';
import { Started } from '../../endpoints/start-interview.ts';
import { endpoints } from '../../endpoints.ts';
import { OpenInterview } from '../../open-interview.ts';
import type { Named } from '../named.ts';
import { ids } from '../words/formats.ts';

/** What candidates see. */
export const candidates: Readonly<Record<string, Named>> = {
  Notice: {
    schema: OpenInterview.shape.notice,
    description: 'The notice on the use of AI.',
    fields: { version: ['Its newest version', '2026-11-26'] },
  },
  CandidateInterview: {
    schema: OpenInterview,
    description: 'The interview, as the candidate sees it before starting.',
    fields: {
      status: 'How far the interview is',
      evaluator: 'What wrote the questions; null if a person did',
      answered_questions: ['How many of them have an answer', 0],
      message: ['Human-readable message', 'The interview can be started'],
    },
  },
  CandidateQuestion: {
    schema: Started.shape.questions.element,
    description: 'A question, as the candidate sees it.',
    fields: { id: ['Its id', ids.question_id[1]], answered: ['Whether it has an answer', true] },
  },
  AnsweredQuestion: {
    schema: Started.shape.responses.element,
    description: 'An answer that the candidate has given, with its feedback.',
  },
  Draft: {
    schema: DraftView,
    description: 'Text that was typed and not sent.',
    fields: {
      question_id: ['The question', ids.next_question_id[1]],
      text: ['What was typed', 'First I let the child play with it'],
    },
  },
  StartedInterview: {
    schema: Started,
    description: 'An interview that was started or resumed. Once completed, it has its result.',
    fields: {
      current_question: [
        'The first question without an answer; null when all are answered',
        'How do you explain an inhaler to a child?',
      ],
      current_question_id: ['Its id; null when all are answered', ids.next_question_id[1]],
      status: '`started` while there is something to answer',
      draft: 'The draft of the current question; null without one',
      evaluator: 'What evaluated it; null while it is in progress, and where nothing was answered',
    },
  },
  SavedDraft: { schema: endpoints.saveDraft.response, description: 'What was stored.' },
  AccommodationReply: {
    schema: endpoints.requestAccommodation.response,
    description: 'The request was stored for the recruiter.',
    fields: {
      message: [
        'Human-readable message',
        'Your request is saved for the recruiter. The interview continues until they reply',
      ],
    },
  },
  SubmittedResponse: {
    schema: endpoints.submitResponse.response,
    description: 'The answer was stored; what comes next.',
    fields: {
      current_question_id: 'The question that was answered',
      next_question_id: ['Its id; null after the last', ids.next_question_id[1]],
      message: ['Human-readable message', 'Response submitted successfully'],
    },
  },
  CompletedInterview: {
    schema: endpoints.completeInterview.response,
    description: 'The result; its texts and numbers are null while it is `evaluating`.',
    fields: {
      status: ['`evaluating` while the evaluation is in progress', 'completed'],
      evaluator: 'What evaluated it; null while it is in progress, and where nothing was answered',
      answered_questions: ['How many questions have an answer', 5],
      message: ['Human-readable message', 'The interview is completed'],
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
