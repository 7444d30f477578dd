import { demonstrationWords, type Evaluator } from '../copy/result-words.ts';
import type { OnPage } from '../page.ts';

/** Says first what a text is that no language model wrote; nothing above others. */
export const Demonstration = ({ page, evaluator }: OnPage & { evaluator: Evaluator }) => {
  const words = demonstrationWords(page, evaluator);
  return words && <p class="notice">{words}</p>;
};
