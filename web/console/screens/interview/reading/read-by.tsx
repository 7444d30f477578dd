import { MadeBy } from './made-by.tsx';
import type { Assessment } from './read.ts';

/** What read an answer; where two readings differ, both of them side by side. */
export const ReadBy = ({ reading, zone }: { reading: Assessment; zone: string }) => {
  const { provenance, second_opinion: second, flags, rubric_version, kit_version } = reading;
  const differs = flags.some(({ kind }) => kind === 'second_opinion_differs');
  const isConfirmed = !reading.criteria.some(({ not_scored }) => not_scored === 'not_confirmed');
  const rubric = kit_version
    ? ` Kit version ${kit_version}.`
    : ` Rubric version ${rubric_version}.`;
  if (!second || !differs) {
    return (
      <MadeBy act="Read" provenance={provenance} zone={zone}>
        {rubric}
        {second && (isConfirmed ? ' A second reading agreed.' : ' A second reading did not agree.')}
      </MadeBy>
    );
  }
  return (
    <div class="cols two both-readings">
      <MadeBy act="Read first" provenance={provenance} zone={zone}>
        {rubric} Its levels are shown.
      </MadeBy>
      <MadeBy act="Read a second time" provenance={second} zone={zone}>
        {' '}
        It differs by more than one level.
      </MadeBy>
    </div>
  );
};
