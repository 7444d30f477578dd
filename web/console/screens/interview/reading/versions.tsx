import { navigate, to, usePlace } from '../../../router.ts';
import { dayAndTime } from '../../../time.ts';
import { differencesOf, totalBeside } from './differences.ts';
import type { Evaluation, ReadingProps } from './read.ts';

interface VersionsProps extends ReadingProps {
  chosen: Evaluation;
  /** The evaluation before it; null for the first. */
  before: Evaluation | null;
}

const Chooser = ({ interview, zone, chosen }: Omit<VersionsProps, 'before'>) => {
  const { path } = usePlace();
  return (
    <div class="versions">
      <label for="evaluation">Evaluation</label>
      <select
        id="evaluation"
        value={chosen.version}
        onChange={({ currentTarget: { value } }) =>
          navigate(to(path, { evaluation: value }), { replace: true })
        }
      >
        {interview.evaluations.toReversed().map(({ version, evaluated_at }, index) => (
          <option key={version} value={version}>
            Version {version}
            {index === 0 && ' (newest)'}, {dayAndTime(evaluated_at, zone)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Whose hand it was, as far as it was another one before. */
const handBeside = (
  { provenance: now }: Evaluation,
  { provenance: before }: Evaluation,
): string => {
  const changes = [
    now.model_id !== before.model_id && `Written by ${now.model_id}, before by ${before.model_id}.`,
    now.prompt_version !== before.prompt_version &&
      `With prompt version ${now.prompt_version}, before with ${before.prompt_version}.`,
  ];
  return changes.filter(Boolean).join(' ');
};

/** What an evaluation says otherwise than the one before it, which may be a second opinion. */
const Beside = ({ interview, chosen, before }: VersionsProps & { before: Evaluation }) => {
  const differences = differencesOf(interview, chosen, before);
  return (
    <>
      <p>
        {totalBeside(chosen, before)} {differences.length === 0 && 'Every level is the same. '}
        {handBeside(chosen, before)}
      </p>
      {differences.length > 0 && (
        <ul>
          {differences.map(({ text, id }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <bdi>{text}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** Where there is more than one evaluation: which is shown, and what it changed. */
export const Versions = (props: VersionsProps) => {
  const { interview, before } = props;
  if (interview.evaluations.length < 2) return null;
  return (
    <>
      <Chooser {...props} />
      <div class="stack-s" role="status">
        {before ? (
          <Beside {...props} before={before} />
        ) : (
          <p>The first version; nothing is before it.</p>
        )}
      </div>
    </>
  );
};
