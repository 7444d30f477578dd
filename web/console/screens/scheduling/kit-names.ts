import type { Output } from '../../../../client/types.ts';
import { plainName } from '../../../../shared/domain/plain-name.ts';

export type KitSummary = Output<'listKits'>['items'][number];

/** What each kit is called where one is chosen: its title, and more where several have it. */
export const kitNames = (kits: readonly KitSummary[]): Map<string, string> => {
  const titles = Map.groupBy(kits, ({ job_title }) => plainName(job_title));
  return new Map(
    kits.map(({ kit_id, job_title, language, difficulty, created_at }) => {
      const isOne = titles.get(plainName(job_title))?.length === 1;
      const more = [language, difficulty, created_at.slice(0, 10)].join(', ');
      return [kit_id, isOne ? job_title : `${job_title} (${more})`];
    }),
  );
};

/** Those whose names have each word of what is looked for. */
export const kitsNamed = (kits: readonly KitSummary[], sought: string): KitSummary[] => {
  const names = kitNames(kits);
  const words = plainName(sought).split(' ');
  return kits.filter(({ kit_id }) => {
    const name = plainName(names.get(kit_id) ?? '');
    return words.every((word) => name.includes(word));
  });
};

/** About how long a candidate takes, at four minutes a question. */
export const minutesFor = (questions: number): number => questions * 4;
