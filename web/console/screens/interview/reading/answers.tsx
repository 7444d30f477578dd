import type { ReadingProps } from './score.tsx';

/** Every question with its answer and how it was read; nothing before there are questions. */
export const Answers = ({ interview }: ReadingProps) =>
  interview.questions.length > 0 ? <section class="block" /> : null;
