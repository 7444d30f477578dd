import type { KitView } from '../contract/kit-view.ts';
import type { KitVersion } from '../domain/kit-content.ts';
import type { KitRecord } from '../table/kits.ts';
import { requireKit, requireVersion } from './require-kit.ts';

/** One version of a kit as recruiters see it. @throws AppError kit_not_found */
export const viewKit = (read: KitRecord | null, content: KitVersion | null): KitView => {
  const { kit, job_description, uses } = requireKit(read);
  const { version, competencies, questions, provenance } = requireVersion(content);
  const versions = kit.versions.map((one) => ({
    ...one,
    interviews: uses.get(one.version) ?? 0,
  }));
  // Read beside the list, content may be newer than it: what was made a moment ago is a draft.
  const status = versions.find((one) => one.version === version)?.status ?? 'draft';
  return {
    ...kit,
    job_description,
    question_count: questions.length,
    version,
    status,
    versions,
    competencies,
    questions,
    provenance,
  };
};
