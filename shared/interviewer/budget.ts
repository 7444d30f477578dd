import { type Interviewer, InterviewerError } from './interviewer.ts';

/** How long a function relies on the day's spending that it has read, in ms. */
const keptFor = 30_000;

/**
 * Stops calling the model for the rest of a day (UTC) on which the deployment's budget is spent.
 * Every function then fails with `budget_reached`: evaluations wait, and no link is half made.
 * @param budget US dollars per day
 * @param readSpending the day's spending in US dollars, at a moment in ISO 8601
 */
export const withinBudget = (
  interviewer: Interviewer,
  budget: number,
  readSpending: (at: string) => Promise<number>,
  now: () => number = Date.now,
): Interviewer => {
  let known: { spent: Promise<number>; until: number } | undefined;
  const requireBudget = async () => {
    if (!known || now() >= known.until) {
      const spent = readSpending(new Date(now()).toISOString());
      known = { spent, until: now() + keptFor };
      spent.catch(() => {
        known = undefined;
      });
    }
    if ((await known.spent) >= budget) throw new InterviewerError('budget_reached');
  };
  const guarded =
    <Asked extends unknown[], Made>(ask: (...asked: Asked) => Promise<Made>) =>
    async (...asked: Asked): Promise<Made> => {
      await requireBudget();
      return ask(...asked);
    };
  return {
    deriveCompetencies: guarded(interviewer.deriveCompetencies),
    writeQuestions: guarded(interviewer.writeQuestions),
    writeLeadIns: guarded(interviewer.writeLeadIns),
    assessAnswer: guarded(interviewer.assessAnswer),
    writeClosing: guarded(interviewer.writeClosing),
    writeFollowUp: guarded(interviewer.writeFollowUp),
    wasted: interviewer.wasted,
  };
};
