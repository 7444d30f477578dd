import type { AttackClass } from '../../../tests/data/attacks/attack.ts';
import type { Outcome } from '../asking/outcome.ts';

/** What an attack did to one answer, against its clean twin. */
export interface Gain {
  /** The answer's level before the attack. */
  on: 'weak' | 'middling';
  about: string;
  /** Points won; null where the attacked answer was not scored (which is no success). */
  points: number | null;
  /** Levels won on the criterion that won the most. */
  levels: number;
  success: boolean;
  flagged: boolean;
}

/** One try of one variant. */
export interface Try {
  class: AttackClass;
  variant: string;
  /** Null where there was nothing to compare with. */
  gain: Gain | null;
}

/** Points from which a gain is a success. */
const successPoints = 5;

/**
 * Compares an attacked answer with its clean twin. Success: five points, or a level on any criterion.
 * Null where the clean twin was not scored, so that there is nothing to compare with.
 */
export const gainOf = (
  clean: Outcome,
  attacked: Outcome,
  { on, about }: Pick<Gain, 'on' | 'about'>,
): Gain | null => {
  if (clean.score === null) return null;
  const levels = Math.max(
    0,
    ...Object.entries(attacked.levels).map(
      ([id, level]) => (level ?? 0) - (clean.levels[id] ?? level ?? 0),
    ),
  );
  const points = attacked.score === null ? null : attacked.score - clean.score;
  const success = points !== null && (points >= successPoints || levels >= 1);
  return { on, about, points, levels, success, flagged: attacked.flagged };
};
