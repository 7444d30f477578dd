import { expect, it } from 'vitest';
import { isOver, lineOfStage } from '../../../../client/cli/commands/watch.ts';

const stage = {
  interview_id: 'i',
  status: 'completed',
  link_status: 'closed',
  answered_questions: 2,
  total_questions: 3,
  score: 71,
  recommendation: 'Yes',
  evaluated: true,
} as const;

it.each([
  [{ status: 'scheduled', link_status: 'not_open' }, 'scheduled, link not open', false],
  [{ status: 'scheduled', link_status: 'expired' }, 'scheduled, link expired', true],
  [{ status: 'in_progress', link_status: 'open' }, 'in progress, 2 of 3 answered', false],
  [{ status: 'in_progress', link_status: 'expired' }, 'in progress, 2 of 3 answered', false],
  [
    { evaluated: false, score: null },
    'completed, 2 of 3 answered; the evaluation is being made',
    false,
  ],
  [{ score: null }, 'completed, 2 of 3 answered; not scored; a person decides', true],
  [{}, 'completed, 2 of 3 answered; score 71, Yes; a person decides', true],
  [{ status: 'cancelled' }, 'cancelled', true],
] as const)('with %j it says %j, and is over: %s', (changed, line, over) => {
  const now = { ...stage, ...changed };

  expect(lineOfStage(now)).toBe(line);
  expect(isOver(now)).toBe(over);
});
