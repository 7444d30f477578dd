import type { InterviewType } from '../../shared/domain/interview.ts';
import type { Catalogue, QuestionKind } from './catalogues/catalogue.ts';
import { catalogueFor, fill } from './catalogues/languages.ts';
import { readableLines } from './documents.ts';
import { readJob } from './job.ts';
import { CRITERIA, KINDS, OF_CASES, OF_THINGS } from './question-kinds.ts';
import { type Blocks, competenciesOf, type KnownCompetency, settingsOf } from './request.ts';
import { chooseSubject, type Subject, stemsOf, subjectsOf } from './subjects.ts';

/** Which competency each question asks about: all of them first, then by weight. */
const shareOut = (competencies: readonly KnownCompetency[], count: number): KnownCompetency[] => {
  const asked = new Map(competencies.map(({ id }) => [id, 0]));
  return Array.from({ length: count }, () => {
    const due = (one: KnownCompetency) => (asked.get(one.id) ?? 0) / Math.max(0.01, one.weight);
    const fresh = competencies.filter(({ id }) => asked.get(id) === 0);
    const [next] = (fresh.length > 0 ? fresh : [...competencies]).sort(
      (a, b) => due(a) - due(b) || b.weight - a.weight,
    );
    if (next === undefined) return [];
    asked.set(next.id, (asked.get(next.id) ?? 0) + 1);
    return [next];
  }).flat();
};

/** Takes the kinds of a type in turn, but none that a subject is not made for or had before. */
const kindsInTurn = (type: InterviewType) => {
  let waiting = [...KINDS[type]];
  return (subject: Subject, asked: ReadonlySet<string>): QuestionKind => {
    const suits = (kind: QuestionKind) =>
      (subject.kind === 'skill' || !OF_THINGS.has(kind)) && !asked.has(`${kind} ${subject.text}`);
    const kind = waiting.find(suits) ?? KINDS[type].find(suits) ?? 'piece_of_work';
    waiting = waiting.filter((one) => one !== kind);
    if (waiting.length === 0) waiting = [...KINDS[type]];
    return kind;
  };
};

const introsFor = ({ kind }: Subject, { intros }: Catalogue) => intros[kind] ?? intros.skill;

const inTurn = (texts: readonly string[], i: number) => texts[i % texts.length] ?? '';

/** `count` questions over all competencies, each with its rubric. The résumé only adds a hint. */
export const writeQuestions = (blocks: Blocks) => {
  const { tongue, type, difficulty, count } = settingsOf(blocks);
  const catalogue = catalogueFor(tongue);
  const job = readJob(blocks.job ?? '', tongue);
  const subjects = subjectsOf(job, tongue, type);
  const resume = stemsOf(readableLines(blocks.resume ?? '').join('\n'), job.language);
  const used = new Map<string, number>();
  const nextKind = kindsInTurn(type);
  const asked = new Set<string>();
  const questions = shareOut(competenciesOf(blocks), count).map((competency, i) => {
    const subject = chooseSubject(competency, subjects, used, job.language);
    used.set(subject.text, (used.get(subject.text) ?? 0) + 1);
    const kind = nextKind(subject, asked);
    asked.add(`${kind} ${subject.text}`);
    const aside = OF_CASES.has(kind) ? 'case' : 'idea';
    const values = { term: subject.topic };
    const met = subject.stems.filter((stem) => resume.has(stem)).length;
    const touches = subject.kind !== 'field' && met > 0 && met * 2 >= subject.stems.length;
    const text = [
      fill(inTurn(introsFor(subject, catalogue), i), { term: subject.text }),
      ...(touches ? [catalogue.from_resume] : []),
      catalogue.questions[kind],
      ...(difficulty === 'hard' ? [inTurn(catalogue.harder[aside], i)] : []),
      ...(difficulty === 'easy' ? [inTurn(catalogue.easier[aside], i)] : []),
    ];
    return {
      competency_id: competency.id,
      text: text.join(' '),
      criteria: CRITERIA[kind].map(([criterion, importance]) => {
        const { evidence_wanted, ...texts } = catalogue.criteria[criterion];
        return {
          ...texts,
          evidence_wanted: evidence_wanted.map((phrase) => fill(phrase, values)),
          importance,
        };
      }),
    };
  });
  return { questions };
};
