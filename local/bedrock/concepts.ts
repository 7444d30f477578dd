import { stemmer } from 'stemmer';
import { conceptGroups } from './concept-groups.ts';

const groupsOf = new Map<string, number[]>();
for (const [group, line] of conceptGroups.trim().split('\n').entries())
  for (const entry of line.split(' ')) {
    const key = entry.split(/[_-]/).map(stemmer).join(' ');
    groupsOf.set(key, [...(groupsOf.get(key) ?? []), group]);
  }
const LONGEST = 3;

/** The numbers of the groups that the words from `at` on belong to, by word or as a phrase. */
export const conceptsAt = (stems: readonly string[], at: number): number[] => {
  const groups = [...(groupsOf.get(stems[at] ?? '') ?? [])];
  let key = stems[at] ?? '';
  for (let length = 2; length <= LONGEST && at + length <= stems.length; length++) {
    key += ` ${stems[at + length - 1]}`;
    const found = groupsOf.get(key);
    if (found) groups.push(...found);
  }
  return groups;
};
