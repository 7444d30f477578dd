/** What a deployment uses that is not told otherwise; the local stack uses the same. */
export const defaults = {
  /** Bedrock model or inference profile for questions and evaluation. */
  model: 'global.anthropic.claude-haiku-5-5',
  /** Beyond it no model is asked until the next day (UTC), in US dollars. */
  daily_budget_usd: 10,
} as const;
