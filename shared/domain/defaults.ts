/** Defaults for options that a deployment leaves unset; the local stack uses the same. */
export const defaults = {
  /** Bedrock model or inference profile for questions and evaluation. */
  model: 'global.anthropic.claude-haiku-5-5',
  /** In US dollars; once it is spent, no model is called until the next day (UTC). */
  daily_budget_usd: 10,
  /** After how many hours an interview in progress whose link has expired is sealed. */
  seal_after_hours: 24,
} as const;

/** What a job's interviews are like unless something else is asked for. */
export const jobDefaults = { question_count: 5, language: 'en-US', difficulty: 'medium' } as const;
