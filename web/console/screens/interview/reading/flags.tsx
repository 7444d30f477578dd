import { Icon } from '../../../parts/icon.tsx';
import type { Asked, Assessment } from './read.ts';
import { flagWords } from './words.ts';

/** The names of criteria whose ids a flag names. */
const named = ({ question }: Asked, detail: string): string => {
  const words = detail.split(/[\s,:]+/);
  const { criteria } = question.rubric;
  return criteria.flatMap(({ id, name }) => (words.includes(id) ? `“${name}”` : [])).join(', ');
};

const detailOf = (asked: Asked, { kind, detail }: Assessment['flags'][number]): string => {
  if (kind !== 'second_opinion_differs') return detail;
  return `${named(asked, detail)}: the levels here are the first reading’s, those of the second are not kept. A person has to read the answer.`;
};

/** What a person has to look at in an answer. None of it changes a score. */
export const Flags = ({ asked, reading }: { asked: Asked; reading: Assessment | null }) => (
  <>
    {reading?.flags.map((flag) => (
      <div class="notice warn" key={flag.kind + flag.detail}>
        <p>
          <Icon name="alert" /> {flagWords[flag.kind]}
        </p>
        <p class="meta">
          <bdi>{detailOf(asked, flag)}</bdi>
        </p>
      </div>
    ))}
  </>
);
