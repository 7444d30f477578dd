import { type Interviewer, InterviewerError } from './interviewer.ts';

/** The log line with the day's spending, from which an alarm and a graph are made. */
export const spentToday = 'spent today';

/** How long a function relies on the day's spending that it has read, in ms. */
const keptFor = 30_000;

/**
 * A check that the deployment's budget of the day (UTC) is not spent.
 * @param budget US dollars per day
 * @param readSpending the day's spending in US dollars, at a moment in ISO 8601
 * @returns a function that throws InterviewerError budget_reached
 */
export const dailyBudget = (
  budget: number,
  readSpending: (at: string) => Promise<number>,
  now: () => number = Date.now,
): (() => Promise<void>) => {
  let known: { spent: Promise<number>; at: number } | undefined;
  return async () => {
    const age = known ? now() - known.at : 0;
    // Below 0 after the clock was set back.
    if (!known || age < 0 || age >= keptFor) {
      const spent = readSpending(new Date(now()).toISOString());
      known = { spent, at: now() };
      spent.catch(() => {
        known = undefined;
      });
    }
    if ((await known.spent) >= budget) throw new InterviewerError('budget_reached');
  };
};

/**
 * Stops calling the model for the rest of a day on which the budget is spent. Every function then
 * fails with `budget_reached`: evaluations wait, and no link is half made.
 */
export const withinBudget = (
  interviewer: Interviewer,
  requireBudget: () => Promise<void>,
): Interviewer => {
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
