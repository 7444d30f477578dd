import { endpoints } from '../endpoints.ts';
import { QuestionGiven, QuestionSent, RubricSent } from '../kit-view.ts';
import type { Named } from './named.ts';
import { ids } from './words/formats.ts';
import { ofReview } from './words/interviews.ts';
import { nameOfPerson, others } from './words/others.ts';

const newPassword = ['The new password', others.new_password[1]] as const;

/** What clients send. */
export const requests: Readonly<Record<string, Named>> = {
  Credentials: { schema: endpoints.login.body, description: 'Who logs in.' },
  RefreshToken: {
    schema: endpoints.refreshLogin.body,
    description: 'The refresh token of a login, or that it is in the cookie: one of the two.',
    shown: ['refresh'],
  },
  Invitation: {
    schema: endpoints.inviteUser.body,
    description: 'Whom to invite.',
    fields: { name: nameOfPerson },
  },
  UserChange: {
    schema: endpoints.updateUser.body,
    description: 'What to change of a person.',
    fields: { name: nameOfPerson },
    shown: ['role'],
  },
  ForgottenPassword: {
    schema: endpoints.forgotPassword.body,
    description: 'Who has forgotten the password.',
  },
  PasswordReset: {
    schema: endpoints.resetPassword.body,
    description: 'A new password, with the code that was sent.',
    fields: {
      code: ['The code of the e-mail', '493817'],
      new_password: newPassword,
    },
  },
  PasswordChange: {
    schema: endpoints.changePassword.body,
    description: 'A new password, with the present one.',
    fields: { new_password: newPassword },
  },
  ClientCredentials: {
    schema: endpoints.issueToken.body,
    description: 'Which machine client asks, and for what.',
  },
  NewInterview: {
    schema: endpoints.createInterview.body,
    description:
      'An interview to schedule. Without `kit_id`, `job_title` and `job_description` are required; with it, what the kit says may be left out and cannot differ.',
    fields: {
      ai_interview_type: 'What kind of interview it is; there is no link without it',
      kit_id: 'The kit to take, instead of describing the job',
      starts_at: 'When it starts, with a time zone; without it there is no link',
      ends_at: 'When it ends; an hour after the start if left out',
      question_count: 'How many questions to ask; at least 3 without a kit',
    },
    shown: ['job_title', 'job_description', 'ai_interview_type', 'starts_at', 'ends_at'],
  },
  NewInterviews: {
    schema: endpoints.createInterviews.body,
    description: 'Interviews to schedule. A row that cannot be taken does not stop the others.',
  },
  InterviewChange: {
    schema: endpoints.updateInterview.body,
    description: 'What to change of an interview: at least one field.',
    fields: {
      ai_interview_type: 'What kind of interview it is; there is no link without it',
      kit_id: 'The kit to take; with null, none, and the job is described by the interview itself',
      starts_at: 'When it starts, with a time zone; null clears it, and the end',
      ends_at: 'When it ends; an hour after the start if there is none',
      question_count: 'How many questions to ask; at least 3 without a kit',
      if_updated_at:
        'Only if this is still its `updated_at`; refused with the present one otherwise',
    },
    shown: ['starts_at', 'ends_at'],
  },
  Cancellation: {
    schema: endpoints.cancelInterview.body,
    description: 'Why the interview is cancelled.',
    fields: { reason: ['For recruiters alone', 'The post was filled.'] },
    shown: ['reason'],
  },
  NewReview: {
    schema: endpoints.reviewInterview.body,
    description: 'A review of a completed interview.',
    fields: ofReview,
    shown: ['score'],
  },
  AccommodationHandling: {
    schema: endpoints.handleAccommodation.body,
    description: 'Whether a request was handled.',
    shown: ['note'],
  },
  NewKit: {
    schema: endpoints.createKit.body,
    description: 'A job to write an interview kit for. Questions that are given come first.',
    fields: {
      question_count: 'How many questions it is to have',
      questions: 'Questions of your own; what they lack is written for them',
    },
    shown: ['questions'],
  },
  NewQuestion: {
    schema: QuestionGiven,
    description: 'A question of your own for a new kit.',
    fields: {
      competency: ['The name of the competency that it is about', 'Patient safety'],
      rubric: 'How to judge its answers; written for it if left out',
    },
    shown: ['competency', 'rubric'],
  },
  NewRubric: { schema: RubricSent, description: 'A rubric; ids are made from the names.' },
  NewCriterion: {
    schema: RubricSent.shape.criteria.element,
    description: 'A criterion; without an id it gets one from its name.',
  },
  KitRevision: {
    schema: endpoints.reviseKit.body,
    description: 'The next version of a kit: competencies, questions or both. The rest stays.',
    fields: { version: 'The version that was changed, which must be the newest' },
    shown: ['competencies'],
  },
  QuestionRevision: {
    schema: QuestionSent,
    description:
      'A question of the next version. With an id, what is left out stays; without one it is new.',
    fields: { id: ['The question to change', ids.question_id[1]] },
    shown: ['id', 'text'],
  },
  KitApproval: {
    schema: endpoints.approveKit.body,
    description: 'Which version is approved.',
    fields: { version: 'The version of the kit' },
  },
  KitArchiving: {
    schema: endpoints.archiveKit.body,
    description: 'Whether the kit is in the archive.',
    fields: { archived: ['True to archive it, false to take it back into use', true] },
  },
  QuestionToSpeak: {
    schema: endpoints.speakQuestion.body,
    description: 'A question of a version.',
    fields: { version: 'The version of the kit' },
  },
  LinkToOpen: {
    schema: endpoints.viewInterview.body,
    description: 'The link whose interview is wanted.',
  },
  InterviewStart: {
    schema: endpoints.startInterview.body,
    description: 'The interview to start or resume.',
    shown: ['notice_version'],
  },
  NewDraft: {
    schema: endpoints.saveDraft.body,
    description: 'What the candidate has typed so far.',
    fields: {
      text: ['What was typed', 'On a night shift I saw'],
      version: 'Higher than that of every draft of this question seen before',
    },
  },
  AccommodationRequest: {
    schema: endpoints.requestAccommodation.body,
    description: 'A request for more time or another format.',
    fields: {
      message: [
        'What would help; may be empty, except with `other`',
        'I read with a screen reader and need more time.',
      ],
    },
  },
  NewResponse: {
    schema: endpoints.submitResponse.body,
    description: 'An answer.',
    fields: {
      question_id: 'The question it answers; the first one unanswered if left out',
    },
    shown: ['question_id'],
  },
  InterviewCompletion: {
    schema: endpoints.completeInterview.body,
    description: 'The session to complete.',
  },
};
