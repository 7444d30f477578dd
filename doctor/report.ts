import type { Finding } from './finding.ts';

const marks = { ok: 'ok', wrong: 'wrong', not_checked: 'not checked' } as const;

const longest = 600;

/** What a server sent may hold anything; a terminal obeys control characters. */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, longest);

/** A finding as a line, and what to do about it as another. */
export const lineOf = ({ check, ...outcome }: Finding): string => {
  const line = `${marks[outcome.verdict].padEnd(12)}${check.padEnd(17)}${plain(outcome.says)}`;
  return outcome.verdict === 'ok' ? line : `${line}\n${' '.repeat(29)}→ ${plain(outcome.remedy)}`;
};

const count = (findings: readonly Finding[], wanted: Finding['verdict']) =>
  findings.filter(({ verdict }) => verdict === wanted).length;

/** Whether nothing is wrong with what was checked. */
export const isWell = (findings: readonly Finding[]): boolean => count(findings, 'wrong') === 0;

/** The findings in a sentence. */
export const summary = (findings: readonly Finding[]): string => {
  const bad = count(findings, 'wrong');
  const verdict = bad === 0 ? 'All checks passed' : `Wrong: ${bad}`;
  return `${verdict}; ok: ${count(findings, 'ok')}; not checked: ${count(findings, 'not_checked')}`;
};
