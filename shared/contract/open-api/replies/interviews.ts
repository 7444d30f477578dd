import { Decision, InterviewStatus } from '../../../domain/interview.ts';
import { Accommodation } from '../../../domain/session.ts';
import { AccommodationView } from '../../accommodation-view.ts';
import { AuditEntry } from '../../audit-entry.ts';
import { InterviewExport } from '../../endpoints/export-interview.ts';
import { InterviewDetail } from '../../endpoints/get-interview.ts';
import { InterviewSummary, ShownStatus } from '../../endpoints/list-interviews.ts';
import { endpoints } from '../../endpoints.ts';
import { InterviewView } from '../../interview-view.ts';
import { LinkView } from '../../link-view.ts';
import { RowRefusal } from '../../refusal.ts';
import { ReviewView } from '../../review-view.ts';
import type { Named } from '../named.ts';
import { ids } from '../words/formats.ts';
import { ofReview as saidInReview } from '../words/interviews.ts';
import { nameOfPerson } from '../words/others.ts';

const detail = InterviewDetail.shape;
const result = endpoints.createInterviews.response.shape.results.element;
const session = detail.session.unwrap();

const ofSummary = {
  ai_interview_type: 'What kind of interview it is; null if it is not to be held by AI',
  kit_id: 'The kit that the questions come from; null before the first link if none was given',
  starts_at: 'When it starts; null if that is not known yet',
  ends_at: 'When it ends; null if that is not known yet',
} as const satisfies Named['fields'];

const ofInterview = {
  ...ofSummary,
  id: ['The same as `interview_id`', ids.interview_id[1]],
} as const satisfies Named['fields'];

const ofDetail: Named['fields'] = {
  ...ofInterview,
  kit_version: 'The version that they were copied from; null before the first link',
  evaluation: 'The newest evaluation; null while there is none',
  reviews: 'Its reviews, oldest first',
};

const ofAccommodation: Named['fields'] = {
  message: ['What would help', 'I read with a screen reader and need more time.'],
};

const ofReview: Named['fields'] = {
  ...saidInReview,
  actor: [
    'Who made it: `recruiter:<user id>` or `machine:<client id>`',
    `recruiter:${ids.user_id[1]}`,
  ],
  made_at: ['When it was made', '2026-12-02T09:30:00.000Z'],
};

/** Interviews and links, as recruiters see them. */
export const interviews: Readonly<Record<string, Named>> = {
  Tokens: {
    schema: endpoints.login.response,
    description: 'What a login gives; the refresh token only where it is not in the cookie.',
    shown: ['refresh'],
    fields: { name: nameOfPerson },
  },
  AccessToken: {
    schema: endpoints.refreshLogin.response,
    description: 'A new access token.',
    fields: { name: nameOfPerson },
  },
  ClientToken: {
    schema: endpoints.issueToken.response,
    description: 'An access token for a machine client.',
  },
  InterviewStatus: {
    schema: InterviewStatus,
    description: 'From `scheduled` over `in_progress` to `completed`, or `cancelled`; never back.',
  },
  Interview: {
    schema: InterviewView,
    description: 'An interview, as recruiters see it.',
    fields: ofInterview,
  },
  InterviewInShort: {
    schema: result.shape.interview.unwrap(),
    description: 'An interview without job description and résumé.',
    fields: ofInterview,
  },
  RowRefusal: {
    schema: RowRefusal,
    description: 'Why a row, or its link, was not created.',
    shown: ['issues'],
    fields: {
      code: ['Stable: branch on this', 'invalid_input'],
      error: ['Human-readable message', 'ends_at must be after starts_at'],
    },
  },
  RowResult: {
    schema: result,
    description: 'The outcome of a row.',
    fields: {
      status: ['The status that the row alone would have been answered with', 201],
      error: 'Why the interview, or its link, is missing',
      link: 'The link, if links were asked for',
    },
    shown: ['interview', 'link'],
  },
  NewInterviewsResult: {
    schema: endpoints.createInterviews.response,
    description: 'The outcome of each row, in the order of the rows.',
  },
  ShownStatus: {
    schema: ShownStatus,
    description:
      'The status; `expired` is a scheduled interview that was not started in its window.',
  },
  InterviewSummary: {
    schema: InterviewSummary,
    description: 'An interview in a list.',
    fields: {
      ...ofSummary,
      kit_id: 'The kit that its questions come from; null before the first link if none was given',
      expires_at: 'When its link expires, or would; null without a start or end',
      score: ['The newest evaluation’s; null without one', 72],
      recommendation: 'The newest evaluation’s; null without one',
      needs_human: ['Whether a person has to review it; null before it is evaluated', false],
    },
  },
  InterviewList: {
    schema: endpoints.listInterviews.response,
    description: 'A page of interviews.',
  },
  InterviewDetail: {
    schema: InterviewDetail,
    description: 'Everything about an interview.',
    fields: ofDetail,
  },
  InterviewExport: {
    schema: InterviewExport,
    description: 'Everything that is kept of an interview, to be filed or checked.',
    fields: {
      ...ofDetail,
      audit: 'All that happened, oldest first; null where the document would be too large with it',
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
      opens_at: 'When it opens, shortly before the start; null without a link',
      expires_at: 'When it expires, some time after the end; null without a link',
    },
  },
  AcceptedNotice: {
    schema: session.shape.notice.unwrap(),
    description: 'The notice on the use of AI that the candidate has accepted.',
    fields: { version: ['Its version', '2026-11-26'] },
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
  UnsentDraft: {
    schema: detail.unsent_drafts.element,
    description: 'Text that was typed and not sent.',
    fields: {
      question_id: 'The question',
      order: 'The place of its question',
      text: ['What was typed', 'First I let the child play with it'],
    },
  },
  AccommodationKind: {
    schema: Accommodation.shape.kind,
    description: 'What a candidate asks for.',
  },
  Accommodation: {
    schema: AccommodationView,
    description: 'A request for more time or another format. No prompt contains it.',
    fields: ofAccommodation,
  },
  Decision: { schema: Decision, description: 'What a recruiter decides about the candidate.' },
  Review: {
    schema: ReviewView,
    description: 'A review of a completed interview.',
    fields: ofReview,
  },
  AuditEntry: { schema: AuditEntry, description: 'Something that happened.' },
  AuditList: { schema: endpoints.listAudit.response, description: 'A page of what happened.' },
  LinkReply: {
    schema: LinkView,
    description: 'The link of a candidate.',
    fields: {
      message: ['Human-readable message', 'AI interview link generated successfully'],
    },
  },
  ErasedInterview: {
    schema: endpoints.eraseInterview.response,
    description: 'An interview that was erased.',
  },
  RequestedEvaluation: {
    schema: endpoints.reEvaluateInterview.response,
    description: 'An evaluation in progress.',
    fields: {
      version: ['The version that it will have', 2],
      message: [
        'Human-readable message',
        'The evaluation is in progress; earlier versions are kept',
      ],
    },
  },
};
