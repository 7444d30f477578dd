/** Where a person is on the way in. What was typed goes along. */
export type Step =
  | { name: 'log_in'; email: string; said?: string }
  | { name: 'first_password'; email: string; password: string }
  | { name: 'forgotten'; email: string }
  | { name: 'code'; email: string };

export interface StepProps<Name extends Step['name']> {
  step: Extract<Step, { name: Name }>;
  go(step: Step): void;
}
