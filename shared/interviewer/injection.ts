import type { Span } from './folded-text.ts';
import { otherLanguages } from './injection-languages.ts';
import {
  englishPatterns,
  type InjectionKind,
  type InjectionPattern,
} from './injection-patterns.ts';
import { type View, viewsOf } from './injection-views.ts';

/** A passage addressed to whoever evaluates the answer. */
export interface Injection extends Span {
  kind: InjectionKind;
}

let patterns: readonly InjectionPattern[] | undefined;

/** Backwards and in ROT13, any other kind would be a chance match. */
const strong: ReadonlySet<InjectionKind> = new Set(['override', 'demand', 'prompt_extraction']);

/** Words before an attempt in its sentence that report it instead of making it. */
const mention =
  /\b(?:attackers?|hackers?|adversar\w*|malicious|injections?|inject(?:s|ed|ing)?|jailbreaks?|jailbroke\w*|payloads?|poison\w*|phish\w*|for example|e\.?g\.?|for instance|such as|phrases?|strings?|says?|said|saying|writes?|wrote|writing|typed|types|typing|tells?|told|telling|asks?|asked|asking|contain(?:s|ed|ing)?|embed(?:s|ded|ding)?|hides?|hidden|attempts?|tries|tried|trying|angreifer|atacantes?|attaquants?)\b/u;

/** Subjects of answers that may contain such words in quotation marks. */
const aboutAttacks =
  /prompt[- ]?injection|jailbreak|attack(?:er|s|ed|ing)?\b|adversar|malicious|red[- ]?team|guardrail|untrusted|saniti[sz]|owasp|angriff|ataque|attaque/u;

/**
 * Finds passages of an answer that try to instruct its evaluator, in code: demands for a level, orders
 * to ignore the instructions, forged turns, blocks, rubrics and results, claims of authority, hidden
 * and encoded text. Talking about such things is allowed: a sentence that reports an attempt, or one
 * in quotation marks in an answer about attacks, is left alone.
 *
 * Plain patterns miss a lot, so the model's own finding is added. A finding requires a human and
 * changes no level.
 */
export const findInjections = (answer: string): Injection[] => {
  // Created when first needed, which spares a cold start that reads no answer.
  patterns ??= [...englishPatterns(), ...otherLanguages()];
  const found: Injection[] = [];
  for (const view of viewsOf(answer)) {
    const about = aboutAttacks.test(view.text);
    for (const [kind, pattern] of patterns) {
      if ((view.name === 'rot13' || view.name === 'reversed') && !strong.has(kind)) continue;
      for (const match of view.text.matchAll(pattern)) {
        if (isMention(view, kind, match.index, about)) continue;
        const [from, to] = widen(view.text, kind, match.index, match.index + match[0].length);
        found.push({ kind: view.name === 'hidden' ? 'hidden_text' : kind, ...view.back(from, to) });
      }
    }
    if (view.name === 'hidden') {
      found.push({ kind: 'hidden_text', ...view.back(0, view.text.length) });
    }
  }
  return found;
};

/**
 * A text without passages addressed to an evaluator: for the copies of job descriptions and résumés
 * in prompts, where they do not belong. Answers go to the model whole.
 */
export const withoutInjections = (text: string): string => {
  let kept = '';
  let from = 0;
  for (const { start, end } of findInjections(text).sort((a, b) => a.start - b.start)) {
    kept += text.slice(from, Math.max(from, start));
    from = Math.max(from, start + cutLength(text.slice(start, end)));
  }
  return kept + text.slice(from);
};

/** The subjects of orders about an interview, in our six languages; a digit may be a level. */
const ofInterviews =
  /\d|level|scor|grad|rat(?:e|ing)|mark|point|answer|question|rubric|evaluat|assess|candidat|interview|prompt|instruct|stufe|punkt|bewert|antwort|frage|nivel|niveau|punt|nota|respuest|pregunt|r[ée]pons|स्तर|अंक|उत्तर|प्रश्न|مستو|درج|إجاب|سؤال|أسئل/iu;

/**
 * How much of a found passage is removed. A separate sentence after a colon stays if nothing in it
 * can be part of the order: an injection that ends there must not take a line of the job with it.
 */
const cutLength = (passage: string): number => {
  const colon = passage.search(/: \p{Lu}/u) + 1;
  return colon > 0 && !ofInterviews.test(passage.slice(colon).normalize('NFC'))
    ? colon
    : passage.length;
};

/** How far back quotation marks are counted, in characters. */
const farthest = 1_000;

const isMention = (
  { text, name }: View,
  kind: InjectionKind,
  at: number,
  about: boolean,
): boolean => {
  if (name === 'hidden') return false;
  const near = text.slice(Math.max(0, at - farthest), at);
  const paragraph = near.slice(near.lastIndexOf('\n') + 1);
  const sentence = paragraph.split(/[.!?](?= )/).at(-1) ?? '';
  if (mention.test(sentence.slice(-160))) return true;
  const marks = paragraph.match(quotationMark) ?? [];
  if (marks.length % 2 === 0) return false;
  return about || (quotable.has(kind) && /\p{L}+ \p{L}+[^"']*["'][^"']*$/u.test(sentence));
};

const quotationMark = /"|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu;

/** Kinds that people quote in their own sentences; only an attacker quotes a demand for a level. */
const quotable: ReadonlySet<InjectionKind> = new Set(['override', 'address', 'prompt_extraction']);

/** The passage around a match: its sentence, or the whole object of a forged result. */
const widen = (
  text: string,
  kind: InjectionKind,
  from: number,
  to: number,
): readonly [number, number] => {
  if (kind === 'forged_result') {
    const object = objectAround(text, from);
    if (object) return object;
  }
  // A forged end of a turn or block ends here; what follows belongs to something else.
  if (closing.test(text.slice(from, to))) return [from, to];
  let before = from;
  while (before > 0 && !sentenceEnds.has(text.charAt(before - 1))) before -= 1;
  let after = to;
  while (after < text.length && !sentenceEnds.has(text.charAt(after))) after += 1;
  return [before, Math.min(after + 1, text.length)];
};

const closing = /^<(?:\/[^<>]*|\|(?:im_end|end)[^<>]*)>$/u;

const sentenceEnds = new Set('.!?\n\u3002');

/** The outermost braces around a place, closed or cut off. */
const objectAround = (text: string, at: number): readonly [number, number] | null => {
  let depth = 0;
  let from = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') {
      if (depth === 0) from = i;
      depth += 1;
    } else if (text[i] === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0 && from <= at && i >= at) return [from, i + 1];
    }
  }
  return depth > 0 && from >= 0 && from <= at ? [from, text.length] : null;
};
