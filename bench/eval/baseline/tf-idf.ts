/** Weight of a term by how few documents contain it. */
export type Idf = (term: string) => number;

/** Letters of a word that count, so that "measured" and "measuring" are one term. */
const stem = 6;

/** Stemmed words and numbers of a text. Operators stay: short mathematical answers need them. */
const termsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+|\d+|[-+^*/=]/gu) ?? []).map((term) => term.slice(0, stem));

/** Smoothed inverse document frequency, ln((1 + n) ÷ (1 + df)) + 1. */
export const inverseDocumentFrequency = (documents: readonly string[]): Idf => {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const term of new Set(termsOf(document))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => Math.log((1 + documents.length) / (1 + (counts.get(term) ?? 0))) + 1;
};

const vectorOf = (text: string, idf: Idf) => {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * idf(term)]));
};

/** Cosine of two texts' tf-idf vectors, 0–1; 0 if one of them has no words. */
export const cosine = (a: string, b: string, idf: Idf): number => {
  const [left, right] = [vectorOf(a, idf), vectorOf(b, idf)];
  const norm = (vector: Map<string, number>) => Math.hypot(...vector.values());
  let dot = 0;
  for (const [term, weight] of left) dot += weight * (right.get(term) ?? 0);
  const norms = norm(left) * norm(right);
  return norms > 0 ? dot / norms : 0;
};

/** Share of a wanted text's term weight that an answer contains, 0–1. */
export const coverage = (answer: string, wanted: string, idf: Idf): number => {
  const held = new Set(termsOf(answer));
  let [sum, found] = [0, 0];
  for (const term of new Set(termsOf(wanted))) {
    sum += idf(term);
    if (held.has(term)) found += idf(term);
  }
  return sum > 0 ? found / sum : 0;
};
