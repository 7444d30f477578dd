import { approveKitEndpoint } from './endpoints/approve-kit.ts';
import { archiveKitEndpoint } from './endpoints/archive-kit.ts';
import { cancelInterviewEndpoint } from './endpoints/cancel-interview.ts';
import { changePasswordEndpoint } from './endpoints/change-password.ts';
import { closeInterviewEndpoint } from './endpoints/close-interview.ts';
import { completeInterviewEndpoint } from './endpoints/complete-interview.ts';
import { createInterviewEndpoint } from './endpoints/create-interview.ts';
import { createInterviewsEndpoint } from './endpoints/create-interviews.ts';
import { createKitEndpoint } from './endpoints/create-kit.ts';
import { eraseInterviewEndpoint } from './endpoints/erase-interview.ts';
import { exportInterviewEndpoint } from './endpoints/export-interview.ts';
import { forgotPasswordEndpoint } from './endpoints/forgot-password.ts';
import { generateLinkEndpoint } from './endpoints/generate-link.ts';
import { getInterviewEndpoint } from './endpoints/get-interview.ts';
import { getKitEndpoint } from './endpoints/get-kit.ts';
import { getLinkEndpoint } from './endpoints/get-link.ts';
import { handleAccommodationEndpoint } from './endpoints/handle-accommodation.ts';
import { inviteUserEndpoint } from './endpoints/invite-user.ts';
import { issueTokenEndpoint } from './endpoints/issue-token.ts';
import { listAuditEndpoint } from './endpoints/list-audit.ts';
import { listInterviewsEndpoint } from './endpoints/list-interviews.ts';
import { listKitsEndpoint } from './endpoints/list-kits.ts';
import { listUsersEndpoint } from './endpoints/list-users.ts';
import { loginEndpoint } from './endpoints/login.ts';
import { logoutEndpoint } from './endpoints/logout.ts';
import { openInterviewEndpoint } from './endpoints/open-interview.ts';
import { reEvaluateInterviewEndpoint } from './endpoints/re-evaluate-interview.ts';
import { readHealthEndpoint } from './endpoints/read-health.ts';
import { readSchemaEndpoint } from './endpoints/read-schema.ts';
import { refreshLoginEndpoint } from './endpoints/refresh-login.ts';
import { regenerateLinkEndpoint } from './endpoints/regenerate-link.ts';
import { reportInterviewsEndpoint } from './endpoints/report-interviews.ts';
import { requestAccommodationEndpoint } from './endpoints/request-accommodation.ts';
import { resetPasswordEndpoint } from './endpoints/reset-password.ts';
import { reviewInterviewEndpoint } from './endpoints/review-interview.ts';
import { reviseKitEndpoint } from './endpoints/revise-kit.ts';
import { saveDraftEndpoint } from './endpoints/save-draft.ts';
import { speakQuestionEndpoint } from './endpoints/speak-question.ts';
import { startInterviewEndpoint } from './endpoints/start-interview.ts';
import { submitResponseEndpoint } from './endpoints/submit-response.ts';
import { updateInterviewEndpoint } from './endpoints/update-interview.ts';
import { updateUserEndpoint } from './endpoints/update-user.ts';
import { viewInterviewEndpoint } from './endpoints/view-interview.ts';

/** The whole API, one file per endpoint. Nothing about an endpoint is written anywhere else. */
export const endpoints = {
  readHealth: readHealthEndpoint,
  readSchema: readSchemaEndpoint,
  login: loginEndpoint,
  refreshLogin: refreshLoginEndpoint,
  issueToken: issueTokenEndpoint,
  logout: logoutEndpoint,
  forgotPassword: forgotPasswordEndpoint,
  resetPassword: resetPasswordEndpoint,
  changePassword: changePasswordEndpoint,
  listUsers: listUsersEndpoint,
  inviteUser: inviteUserEndpoint,
  updateUser: updateUserEndpoint,
  createInterview: createInterviewEndpoint,
  createInterviews: createInterviewsEndpoint,
  listInterviews: listInterviewsEndpoint,
  getInterview: getInterviewEndpoint,
  exportInterview: exportInterviewEndpoint,
  listAudit: listAuditEndpoint,
  updateInterview: updateInterviewEndpoint,
  cancelInterview: cancelInterviewEndpoint,
  reviewInterview: reviewInterviewEndpoint,
  handleAccommodation: handleAccommodationEndpoint,
  generateLink: generateLinkEndpoint,
  getLink: getLinkEndpoint,
  regenerateLink: regenerateLinkEndpoint,
  closeInterview: closeInterviewEndpoint,
  reEvaluateInterview: reEvaluateInterviewEndpoint,
  eraseInterview: eraseInterviewEndpoint,
  reportInterviews: reportInterviewsEndpoint,
  createKit: createKitEndpoint,
  listKits: listKitsEndpoint,
  getKit: getKitEndpoint,
  reviseKit: reviseKitEndpoint,
  approveKit: approveKitEndpoint,
  archiveKit: archiveKitEndpoint,
  speakQuestion: speakQuestionEndpoint,
  openInterview: openInterviewEndpoint,
  viewInterview: viewInterviewEndpoint,
  startInterview: startInterviewEndpoint,
  saveDraft: saveDraftEndpoint,
  requestAccommodation: requestAccommodationEndpoint,
  submitResponse: submitResponseEndpoint,
  completeInterview: completeInterviewEndpoint,
} as const;

export type Endpoints = typeof endpoints;
