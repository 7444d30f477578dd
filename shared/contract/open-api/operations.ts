import type { Endpoints } from '../endpoints.ts';
import type { Words } from './named.ts';

/** What holds for every operation. */
export const description = `
A recruiter logs in, has an interview kit written for a job, schedules interviews and makes a link
for each. A candidate opens the link, starts, answers and completes; the link's token is the only
credential.

- Paths end with a slash; without it they answer the same.
- Times are ISO 8601 in UTC, ids are UUIDs, texts come back byte for byte.
- Every error has a sentence in \`error\` and a stable \`code\` to branch on; from 500 on it has the
  \`request_id\` to quote in support requests. An unknown address is a 404 with \`not_found\`.
- Ignore fields that you do not know: later versions have more.
- Lists in examples are shortened to one entry.
`;

/** The groups of operations, in the order in which a client meets them. */
export const tags = {
  login: 'How recruiters and programs get an access token.',
  people: 'Who has an account, and what they may do; for admins.',
  kits: 'Competencies, questions and rubrics of a job, the same for all its candidates.',
  interviews: 'Scheduling interviews, and reading their answers and evaluations.',
  links: 'The link through which a candidate takes part.',
  candidate: 'Taking part in an interview; the link’s token is the credential.',
  meta: 'The service itself.',
} as const;

/** What a client is told about an operation. */
export interface Told {
  tag: keyof typeof tags;
  description: string;
  /** Parameters that mean something else in it than elsewhere. */
  fields?: Readonly<Record<string, Words>>;
  /** What a browser gets instead: a redirect. */
  browser?: string;
}

const asGet = 'HEAD is answered like GET, without a body.';

/** What each operation does, beyond its summary. */
export const operations: Readonly<Record<keyof Endpoints, Told>> = {
  login: {
    tag: 'login',
    description:
      'The refusal is the same for every reason. With a temporary password, `new_password` has to be sent too. With `session`, the refresh token is in the cookie `__Host-talaro` instead, which a page of this deployment alone can use.',
  },
  refreshLogin: {
    tag: 'login',
    description:
      'Takes the refresh token of a login; it stays valid. It is in the body, or with `session` in the cookie, whose request must come from a page of this deployment.',
  },
  logout: {
    tag: 'login',
    description:
      'Revokes the refresh token, in the body or with `session` in the cookie, which is cleared. An access token stays valid until it expires. Can be repeated.',
  },
  forgotPassword: {
    tag: 'login',
    description:
      'Sends a code by e-mail if someone has this address. The answer is the same, after the same time, if nobody has.',
  },
  resetPassword: {
    tag: 'login',
    description: 'Takes the code that was sent, which is valid for an hour and once.',
  },
  changePassword: {
    tag: 'login',
    description: 'Takes the present password too. Other logins of the person continue.',
  },
  listUsers: { tag: 'people', description: 'With their roles, and those who were switched off.' },
  inviteUser: {
    tag: 'people',
    description:
      'Sends an e-mail with a temporary password, which is valid for a week. To someone who has not logged in yet it is sent again, with a new password, and the newest name and role count. The address of anybody else with an account is refused.',
  },
  updateUser: {
    tag: 'people',
    description:
      'What is left out stays. A new role or none ends all logins; access tokens stay valid until they expire. Of the last admin who can log in, neither role nor access can be taken. Can be repeated.',
  },
  issueToken: {
    tag: 'login',
    description:
      'For a machine client of the deployment. With `talaro/read` it may use GET, with `talaro/write` also everything else that a recruiter may do. The refusal is the same for every reason. Use a token until it expires: Cognito charges for each.',
  },
  createKit: {
    tag: 'kits',
    description:
      'A model derives competencies and rubrics from the job, and the questions that are not given. The kit is version 1, a draft. It takes as long as the model does.',
  },
  listKits: {
    tag: 'kits',
    description:
      'The newest version of each, without rubrics. A page can be short, even empty, and still have a next one.',
    fields: { archived: ['Whether to list the archive instead', 'false'] },
  },
  getKit: {
    tag: 'kits',
    description: 'With all questions and rubrics of that version.',
    fields: { version: 'The version to read; the newest if left out' },
  },
  reviseKit: {
    tag: 'kits',
    description:
      'The content of a version never changes: this adds the next one, a draft. Interviews keep the version that they have.',
  },
  approveKit: {
    tag: 'kits',
    description: 'Approving creates no new version, and can be repeated.',
  },
  archiveKit: {
    tag: 'kits',
    description:
      'No new interview takes a kit from the archive. Interviews that use it continue. Can be repeated.',
  },
  speakQuestion: {
    tag: 'kits',
    description: 'The sound is generated once for each text and voice.',
  },
  createInterview: {
    tag: 'interviews',
    description:
      'Creates no link yet. Without a kit, the one of the same job is taken, or written with the first link.',
  },
  createInterviews: {
    tag: 'interviews',
    description:
      'Each row is handled on its own. A `status` of 201 says that its interview was created: with `error`, that its link was not, and why. 503 with `unavailable` says that no time was left for the row, or its link. The same request under the same Idempotency-Key makes what is missing, and only that. At most 5 MB.',
  },
  listInterviews: {
    tag: 'interviews',
    description:
      'Those without a start come last, and not at all with `from` or `to`. May be a second old. A page can be short, even empty, and still have a next one; a cursor belongs to its filters.',
    fields: {
      status: 'Only those with this status',
      from: ['Those that start on this day (UTC) or at this moment, or later', '2026-11-23'],
      to: [
        'Those that start on this day (UTC) or at this moment, or earlier',
        '2026-11-30T17:00:00Z',
      ],
      kit_id: 'Only those of this kit',
      email: ['Only those of the candidate with this address', 'amara@example.com'],
    },
  },
  reportInterviews: {
    tag: 'interviews',
    description:
      'From what is counted when it happens; what was erased no longer counts. At most 366 days.',
    fields: {
      from: ['The first day (UTC); 29 days before `to` if left out', '2026-11-01'],
      to: ['The last day (UTC), which belongs to it; today if left out', '2026-11-30'],
      kit_id: 'The kit whose interviews to count; all if left out',
    },
  },
  getInterview: {
    tag: 'interviews',
    description:
      'With its link, session, questions, answers, evaluations, costs and newest events. Send its `updated_at` as `if_updated_at` to change only what you have read.',
  },
  exportInterview: {
    tag: 'interviews',
    description:
      'One document with everything that is kept of the interview and no token, to be filed, checked with `npm run verify-score`, or counted: no demographics are collected, so join them outside by `interview_id`. What would be larger than 5 MB comes without its audit, which `list-audit` has.',
  },
  listAudit: {
    tag: 'interviews',
    description:
      'Who did what and when, free of texts, names of candidates and tokens. A page can be short, even empty, and still have a next one.',
  },
  closeInterview: {
    tag: 'interviews',
    description:
      'Completes it as the candidate would, and evaluates what was answered; questions without an answer count as not answered. Can be repeated; `evaluating` means that the result comes later.',
  },
  updateInterview: {
    tag: 'interviews',
    description:
      'What is left out stays, and null clears what may be null. Times can be changed until the interview is completed, the candidate until it has started, and what the questions are based on until it has a link; a new address deletes the link. `legal_hold` can always be changed, by an admin. New times move the window of the link in use, also of one that has expired.',
  },
  cancelInterview: {
    tag: 'interviews',
    description:
      'From now on the candidate is refused. Can be repeated: the interview stays as it is, with its first reason.',
  },
  reviewInterview: {
    tag: 'interviews',
    description: 'A review is never changed: another one is added, 50 for one interview.',
  },
  handleAccommodation: {
    tag: 'interviews',
    description: 'Also to take that back. Without a note, the earlier one stays. Can be repeated.',
    fields: { note: 'What was done about it' },
  },
  reEvaluateInterview: {
    tag: 'interviews',
    description: 'Made in the background: read the interview again for the new version.',
  },
  eraseInterview: {
    tag: 'interviews',
    description:
      'For admins. Answers, drafts, evaluations, audit and sound go; a note stays that an interview with this id was erased, when, why and by whom. From then on it is as if there had never been one, for its link too. Can be repeated. Backups keep it for 35 days.',
    fields: { reason: ['Why it is erased; `requested` if left out', 'requested'] },
  },
  generateLink: {
    tag: 'links',
    description:
      'Can be repeated: while there is a link, it is returned and no model is called. Otherwise it takes as long as the model does.',
  },
  getLink: { tag: 'links', description: 'Also after it has expired; see `is_expired`.' },
  regenerateLink: {
    tag: 'links',
    description:
      'Before the start, the questions of the kit’s newest version are taken. After it, questions and answers stay.',
  },
  openInterview: {
    tag: 'candidate',
    description: `The address that candidates get. Changes nothing, so that scanners may open it. ${asGet}`,
    browser: 'For `Accept: text/html`: the page on which the candidate takes part.',
  },
  viewInterview: {
    tag: 'candidate',
    description:
      'The same, for clients that keep the token out of addresses. The first opening is recorded for recruiters; nothing else changes.',
  },
  startInterview: {
    tag: 'candidate',
    description:
      'Can be repeated, which is how a candidate resumes: the same session with all its questions and answers.',
  },
  saveDraft: {
    tag: 'candidate',
    description:
      'Stores what was typed; only answers that were sent are evaluated. Can be repeated.',
  },
  requestAccommodation: {
    tag: 'candidate',
    description:
      'Also before the link opens, and for a day after it has expired; five for one interview. The same request sent again is one. It changes no question.',
  },
  submitResponse: {
    tag: 'candidate',
    description:
      'The answer is stored before anything else. The same answer sent again gets the stored reply; a different one to an answered question is refused.',
  },
  completeInterview: {
    tag: 'candidate',
    description:
      'Completes the interview and evaluates it. Can be repeated; `evaluating` means that the result comes later.',
  },
  readHealth: { tag: 'meta', description: `Touches nothing else. ${asGet}` },
  readSchema: { tag: 'meta', description: `This document. ${asGet}` },
};
