import { useLoaded } from '../../loading.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { navigate, to, usePlace } from '../../router.ts';
import type { ScreenProps } from '../../routes.ts';
import { talaro } from '../../talaro.ts';
import { compare } from './compare.ts';
import { ComparedList } from './compared.tsx';
import type { Kit } from './kit-draft.ts';
import { counted, versionState } from './words.ts';

const loadPair = async (
  kit_id: string,
  left: string | null,
  right: string | null,
  signal: AbortSignal,
) => {
  const newer = await talaro.getKit({ kit_id, ...(right && { version: right }) }, { signal });
  const older = left ?? String(Math.max(1, newer.version - 1));
  return [await talaro.getKit({ kit_id, version: older }, { signal }), newer] as const;
};

interface PickProps {
  kit: Kit;
  id: string;
  label: string;
  onPick(version: string): void;
}

const Pick = ({ kit: { version, versions }, id, label, onPick }: PickProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select
      id={id}
      value={String(version)}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      {versions.toReversed().map((one) => (
        <option key={one.version} value={String(one.version)}>
          {versionState(one.status, one.version).word}
        </option>
      ))}
    </select>
  </div>
);

/** Two versions of a kit side by side; on a narrow screen one under the other. */
export const KitVersionsScreen = ({ params: { kit_id = '' } }: ScreenProps) => {
  const { query } = usePlace();
  const [from, until] = [query.get('left'), query.get('right')];
  const { value, error, isLoading, reload } = useLoaded(
    (signal) => loadPair(kit_id, from, until, signal),
    [kit_id, from, until],
  );
  const [left, right] = value ?? [];
  const crumbs = (
    <>
      <a href={to('/kits')}>Kits</a>
      <span aria-hidden="true">/</span>
      <a href={to(`/kits/${kit_id}`)}>{right?.job_title ?? 'Interview kit'}</a>
    </>
  );
  if (error || !left || !right) {
    return (
      <Page title="Versions side by side" crumbs={crumbs}>
        {error && <Failure error={error} retry={reload} />}
        {!error && <div class="card flush list-wait" aria-busy={isLoading} />}
      </Page>
    );
  }
  const pick = (chosen: { left?: string; right?: string }) =>
    navigate(
      to(`/kits/${kit_id}/versions`, {
        left: String(left.version),
        right: String(right.version),
        ...chosen,
      }),
      { replace: true },
    );
  const { competencies, questions } = compare(left, right);
  const differing = [...competencies, ...questions].filter(({ kind }) => kind !== 'same').length;
  const sides = [`Version ${left.version}`, `Version ${right.version}`] as const;
  return (
    <Page
      title={`Versions ${left.version} and ${right.version}`}
      documentTitle={`${right.job_title}, versions ${left.version} and ${right.version}`}
      crumbs={crumbs}
    >
      <div class="card cols two picks">
        <Pick kit={left} id="left" label="Left" onPick={(version) => pick({ left: version })} />
        <Pick kit={right} id="right" label="Right" onPick={(version) => pick({ right: version })} />
      </div>
      <p role="status" class="differing">
        {differing === 0
          ? 'Nothing differs between the two.'
          : `${counted(differing, 'competency or question differs', 'competencies and questions differ')}.`}
      </p>
      <ComparedList title="Competencies" items={competencies} sides={sides} />
      <ComparedList title="Questions" items={questions} sides={sides} />
    </Page>
  );
};
