import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Revision } from '../../shared/contract/endpoints/revise-kit.ts';
import type { KitView, QuestionSent } from '../../shared/contract/kit-view.ts';
import { AppError, invalidInput } from '../../shared/domain/errors.ts';
import { maxVersions } from '../../shared/domain/kit.ts';
import { KitContent, type KitQuestion, type KitVersion } from '../../shared/domain/kit-content.ts';
import { parseInput } from '../../shared/domain/parse-input.ts';
import { changeKit, type KitChanging } from '../../shared/kits/change-kit.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { requireVersion } from '../../shared/kits/require-kit.ts';
import { rubricSent } from '../../shared/kits/rubric-sent.ts';
import { type Actor, actorName } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readNewestVersion } from '../../shared/table/kit-versions.ts';

interface Deps extends KitChanging {
  readNewestVersion: Bound<typeof readNewestVersion>;
  now(): number;
}

/**
 * Adds the next version to a kit, a draft; versions that interviews use stay as they are. The same
 * revision sent again, as after a lost answer, returns the version that it made.
 * @throws AppError kit_not_found, version_conflict, invalid_input, conflict
 */
export const reviseKit = async (
  deps: Deps,
  by: Actor,
  kit_id: string,
  sent: Revision,
): Promise<KitView> => {
  let made: KitVersion | null = null;
  // Side by side, before each attempt.
  const readKit = async (id: string) => {
    const [record, newest] = await Promise.all([deps.readKit(id), deps.readNewestVersion(id)]);
    made = newest;
    return record;
  };
  const record = await changeKit({ ...deps, readKit }, kit_id, ({ versions }) => {
    const newest = requireVersion(made);
    if (sent.version === newest.version - 1 && isIn(newest, sent)) return null;
    if (sent.version !== newest.version) throw outdated(newest.version);
    const version = nextVersion(newest, sent);
    made = version;
    const added = {
      version: version.version,
      status: 'draft' as const,
      created_at: new Date(deps.now()).toISOString(),
      created_by: actorName(by),
      questions: version.questions.length,
    };
    return { kit: { versions: [...versions, added] }, version };
  });
  return viewKit(record, made);
};

const nextVersion = (newest: KitVersion, sent: Revision): KitVersion => {
  const version = newest.version + 1;
  if (version > maxVersions) {
    const message = `must be below ${maxVersions}, the most that a kit can have: create a new kit`;
    throw invalidInput([{ path: 'version', message }]);
  }
  const content = parseInput(KitContent, {
    competencies: sent.competencies ?? newest.competencies,
    questions: sent.questions
      ? sent.questions.map((question) => questionOf(question, newest, version))
      : newest.questions,
  });
  return { version, provenance: newest.provenance, ...content };
};

/** Whether a version has everything that was sent, new ids apart. */
const isIn = (version: KitVersion, { competencies, questions }: Revision): boolean =>
  isDeepStrictEqual(competencies ?? version.competencies, version.competencies) &&
  (!questions ||
    (questions.length === version.questions.length &&
      questions.every((question, n) => isMade(version.questions[n], question))));

const isMade = (made: KitQuestion | undefined, { rubric, id, ...sent }: QuestionSent): boolean => {
  const withoutIds = (criteria: readonly object[] = []) =>
    criteria.map((one) => ({ ...one, id: undefined }));
  return (
    made !== undefined &&
    (id === undefined || id === made.id) &&
    isDeepStrictEqual({ ...made, ...sent }, made) &&
    (!rubric || isDeepStrictEqual(withoutIds(rubric.criteria), withoutIds(made.rubric.criteria)))
  );
};

const outdated = (version: number) =>
  new AppError(
    'version_conflict',
    `The newest version of the kit is ${version}: read it and change that one`,
    { details: { version } },
  );

/**
 * The next version of a question, to be parsed: what is left out stays, and is missing in a new one.
 * A rubric that differs from the one before carries the number of the version that changed it.
 */
const questionOf = (
  { id = randomUUID(), rubric, ...sent }: QuestionSent,
  { questions }: KitVersion,
  version: number,
): object => {
  const before = questions.find((one) => one.id === id);
  const made = rubric && rubricSent(rubric, version);
  const isSame = !made || isDeepStrictEqual(before?.rubric.criteria, made.criteria);
  const next = isSame ? before?.rubric : made;
  return { ...before, ...sent, id, rubric: next };
};
