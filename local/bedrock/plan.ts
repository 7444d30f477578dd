import type { Difficulty, InterviewType } from '../../shared/domain/interview.ts';
import type { BankCompetency, BankField, BankQuestion } from './bank.ts';
import { begins, fieldOf, isTitled, type Posting } from './posting.ts';

/** What a kit is planned for. */
interface Wanted {
  type: InterviewType;
  difficulty: Difficulty;
  count: number;
}

/** Fields in which code is written. */
const technicalFields = new Set(['software', 'data']);

/** What comes next where a type has no question left. */
const nextTypes: Record<InterviewType, readonly InterviewType[]> = {
  coding: ['coding', 'technical', 'general'],
  system_design: ['system_design', 'technical', 'general'],
  technical: ['technical', 'general', 'behavioral'],
  behavioral: ['behavioral', 'general', 'technical'],
  general: ['general', 'behavioral', 'technical'],
};

/** The types to ask for, the best first: where no code is written, nobody is asked for code. */
export const typesFor = (type: InterviewType, field: BankField | undefined) => {
  const isCode = type === 'coding' || type === 'system_design';
  return nextTypes[isCode && !technicalFields.has(field?.field ?? '') ? 'general' : type];
};

/**
 * The questions of a competency, those that fit type and difficulty first.
 *
 * @param turn with which of equally good ones it begins, so that a kit does not take only the first
 */
export const inOrder = (
  { questions }: BankCompetency,
  types: readonly InterviewType[],
  difficulty: Difficulty,
  turn = 0,
): BankQuestion[] => {
  const from = turn % questions.length;
  const missed = (question: BankQuestion) =>
    2 * types.findIndex((type) => question.types.includes(type)) +
    (question.difficulty.includes(difficulty) ? 0 : 1);
  return [...questions.slice(from), ...questions.slice(0, from)]
    .filter(({ types: own }) => own.some((type) => types.includes(type)))
    .sort((a, b) => missed(a) - missed(b));
};

/** A competency that could be asked about, and how many of its questions may be used. */
interface Choice {
  competency: BankCompetency;
  isGeneral: boolean;
  room: number;
}

/** Of five questions at most one would fit any job, as long as there are others. */
const perGeneral = 5;
const most = 8;

/**
 * The competencies of a kit, so many that each has questions enough when they are shared out
 * evenly: of the field first, in type and difficulty; what is missing is relaxed step by step.
 */
export const competenciesFor = (
  bank: readonly BankField[],
  posting: Posting,
  { type, difficulty, count }: Wanted,
): BankCompetency[] => {
  const field = fieldOf(bank, posting);
  const types = typesFor(type, field);
  const general = bank.find((one) => one.field === 'general')?.competencies ?? [];
  const own = relevant(field?.competencies ?? [], posting);
  const usable = (from: readonly BankCompetency[], fits: (question: BankQuestion) => boolean) =>
    from
      .map((competency) => ({
        competency,
        isGeneral: from === general,
        room: competency.questions.filter(fits).length,
      }))
      .filter(({ room }) => room > 0);
  const [first = type] = types;
  const ofType = (question: BankQuestion) => question.types.includes(first);
  const strict = (question: BankQuestion) =>
    ofType(question) && question.difficulty.includes(difficulty);
  const any = (question: BankQuestion) => question.types.some((one) => types.includes(one));
  const fewGeneral = Math.floor(count / perGeneral);
  const pools: [Choice[], number][] = [
    [[...usable(own, strict), ...usable(general, strict)], fewGeneral],
    [[...usable(own, ofType), ...usable(general, strict)], fewGeneral],
    [[...usable(own, ofType), ...usable(general, strict)], count],
    [[...usable(own, any), ...usable(general, any)], count],
  ];
  for (const [pool, generalQuestions] of pools) {
    for (let n = Math.min(most, count); n >= Math.min(3, count); n -= 1) {
      const chosen = choose(pool, n, count, generalQuestions);
      if (chosen) return chosen;
    }
  }
  return [...own, ...general].slice(0, Math.min(most, count));
};

/** `n` competencies in the pool's order that have room for an even share of the questions, if any. */
const choose = (pool: readonly Choice[], n: number, count: number, generalQuestions: number) => {
  const left = [...pool];
  const chosen: BankCompetency[] = [];
  let generalLeft = generalQuestions;
  for (let i = 0; i < n; i += 1) {
    const share = Math.floor(count / n) + (i < count % n ? 1 : 0);
    const at = left.findIndex(
      ({ room, isGeneral }) => room >= share && (!isGeneral || generalLeft >= share),
    );
    const [next] = at < 0 ? [] : left.splice(at, 1);
    if (!next) return undefined;
    if (next.isGeneral) generalLeft -= share;
    chosen.push(next.competency);
  }
  return chosen;
};

/** What the posting speaks of comes first; what it would have to speak of and does not is left out. */
const relevant = (competencies: readonly BankCompetency[], { all, title }: Posting) => {
  const isNamed = (titles: readonly string[] = []) => titles.some((one) => isTitled(title, one));
  const fitting = competencies.filter(({ not_titles }) => !isNamed(not_titles));
  const spoken = fitting.filter(
    ({ needs = [], titles }) => isNamed(titles) || needs.some((word) => begins(all, word)),
  );
  return [...spoken, ...fitting.filter(({ needs, titles }) => !needs && !titles)];
};
