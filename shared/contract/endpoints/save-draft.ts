import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { exactText, Id } from '../../domain/text.ts';
import { DraftView } from '../draft-view.ts';
import { row } from '../endpoint-row.ts';
import { LinkToken, linkErrors } from '../link-token.ts';

const SaveDraft = z.object({
  session_id: Id,
  link_token: LinkToken,
  question_id: Id,
  text: exactText(limits.response_text),
  /** Higher than the version of every draft of this question that the client has seen. */
  version: z.int().min(1),
});

const DraftSaved = DraftView.omit({ text: true });

export const saveDraftEndpoint = row({
  method: 'PUT',
  path: '/api/ai-interview/public/draft/',
  folder: 'save-draft',
  access: 'candidate',
  summary: 'Save a draft answer',
  uses: ['table:read', 'table:write', 'link-keys'],
  body: SaveDraft,
  status: 200,
  response: DraftSaved,
  errors: [
    ...linkErrors,
    'already_answered',
    'draft_outdated',
    'interview_completed',
    'not_started',
    'conflict',
  ],
});
