import { composed, type Span } from './folded-text.ts';
import { otherLanguages } from './injection-languages.ts';
import { type Passages, passagesOf } from './injection-passages.ts';
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
  // A passage once for each kind, however many matches it has.
  const found = new Map<string, Injection>();
  const add = (kind: InjectionKind, span: Span) =>
    found.set(`${kind} ${span.start} ${span.end}`, { kind, ...span });
  for (const view of viewsOf(answer)) {
    for (const [kind, from, to] of foundIn(view, patterns)) {
      add(view.name === 'hidden' ? 'hidden_text' : kind, view.back(from, to));
    }
    if (view.name === 'hidden') add('hidden_text', view.back(0, view.text.length));
  }
  return [...found.values()];
};

type Found = readonly [kind: InjectionKind, from: number, to: number];

/** The passages of one view that match, in its own places. */
const foundIn = function* (view: View, patterns: readonly InjectionPattern[]): Generator<Found> {
  const about = aboutAttacks.test(view.text);
  const passages = passagesOf(view.text);
  for (const [kind, pattern] of patterns) {
    if ((view.name === 'rot13' || view.name === 'reversed') && !strong.has(kind)) continue;
    let end = 0;
    for (const match of view.text.matchAll(pattern)) {
      // What is in a passage that was just found adds nothing to it.
      if (match.index + match[0].length <= end) continue;
      if (isMention(view, kind, match.index, about)) continue;
      const [from, to] = widen(passages, kind, match);
      end = to;
      yield [kind, from, to];
    }
  }
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
  return colon > 0 && !ofInterviews.test(composed(passage.slice(colon))) ? colon : passage.length;
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
  passages: Passages,
  kind: InjectionKind,
  { 0: matched, index: from }: RegExpExecArray,
): readonly [number, number] => {
  const to = from + matched.length;
  const object = kind === 'forged_result' ? passages.object(from) : undefined;
  if (object) return object;
  // A forged end of a turn or block ends here; what follows belongs to something else.
  return closing.test(matched) ? [from, to] : passages.sentence([from, to]);
};

const closing = /^<(?:\/[^<>]*|\|(?:im_end|end)[^<>]*)>$/u;
