import type { InterviewForm } from './form.ts';

/** What a part of the form shows and changes. */
export interface SectionProps {
  form: InterviewForm;
  change(part: Partial<InterviewForm>): void;
  /** What is wrong with a field, by its id. */
  errorOf(field: string): string | undefined;
}
