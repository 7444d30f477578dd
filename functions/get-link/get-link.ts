import { AppError } from '../../shared/domain/errors.ts';
import { asLinkable } from '../../shared/domain/interview.ts';
import type { KeysFor } from '../../shared/domain/link-token.ts';
import { tokenOf, viewLink } from '../../shared/links/link-view.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  linkKeys: KeysFor;
  baseUrl(): Promise<string>;
  now(): number;
}

/** Recreates the stored link's token. @throws AppError link_not_found, also without an interview */
export const getLink = async (deps: Deps, interview_id: string) => {
  // The keys beside them, so that a cold start waits once; most often they have the one that is needed.
  const [base_url, record] = await Promise.all([
    deps.baseUrl(),
    deps.readInterview(interview_id),
    deps.linkKeys(),
  ]);
  const missing = new AppError('link_not_found', 'No interview link found for this interview');
  const interview = record && asLinkable(record.interview);
  if (!interview || !record.link || !record.session) throw missing;
  const keys = await deps.linkKeys(record.link.key_id);
  const token = tokenOf(keys, interview, record.link);
  if (!token) throw missing;
  return viewLink(
    { interview },
    {
      token,
      session: record.session,
      questions: record.questions.length,
      base_url,
      now: deps.now(),
    },
    'AI interview link retrieved successfully',
  );
};
