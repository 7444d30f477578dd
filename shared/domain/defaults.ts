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

/** What an interview can be about, and how hard it can be. */
export const interviewTypes = [
  'technical',
  'behavioral',
  'coding',
  'system_design',
  'general',
] as const;
export const difficulties = ['easy', 'medium', 'hard'] as const;

/** The fewest questions that may be asked for; what a kit has is the kit's business. */
export const fewest = 3;
/** The most questions of a kit, and so of an interview, follow-ups apart. */
export const mostQuestions = 15;
