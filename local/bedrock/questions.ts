import { type BankField, type BankQuestion, bankIn, toolSlot } from './bank.ts';
import { rareWords } from './passages.ts';
import { competenciesFor, inOrder, typesFor } from './plan.ts';
import { fieldOf, type Posting, readPosting, toolsNamed } from './posting.ts';
import {
  type Blocks,
  competenciesOf,
  type KnownCompetency,
  type Settings,
  settingsOf,
  wantedOf,
} from './request.ts';
import { type Texts, textsIn } from './texts.ts';

/** The competencies of a job, all of the same importance: nothing is known that would weigh them. */
export const deriveCompetencies = (blocks: Blocks, bank = bankIn(settingsOf(blocks).tongue)) => ({
  competencies: competenciesFor(bank, readPosting(blocks.job ?? ''), settingsOf(blocks)).map(
    ({ name, description }) => ({ name, description, importance: 3 }),
  ),
});

/**
 * The questions asked for. Each depends only on job, settings, competency and its number there, so
 * that calls for one kit need not know of each other and none gives what another gives.
 */
export const writeQuestions = (blocks: Blocks, bank = bankIn(settingsOf(blocks).tongue)) => {
  const settings = settingsOf(blocks);
  const texts = textsIn(settings.tongue);
  const posting = readPosting(blocks.job ?? '');
  const competencies = competenciesOf(blocks);
  return {
    questions: wantedOf(blocks).map(({ competency_id, nth, text }) => {
      const asked =
        competencies.find(({ id }) => id === competency_id) ?? closest(competencies, text ?? '');
      const place = competency_id === undefined && { competency_id: asked?.id };
      if (text !== undefined) return { ...place, text, criteria: texts.rubric };
      const name = asked?.name ?? competency_id?.replaceAll('-', ' ') ?? '';
      const made = fromBank(bank, posting, settings, name)[nth] ?? ownQuestion(texts, name, nth);
      return { ...place, ...made };
    }),
  };
};

/** The competency with the most words in common with a question, the first of equals. */
const closest = (competencies: readonly KnownCompetency[], question: string) => {
  const asked = rareWords(question);
  const sharedBy = ({ name, description }: KnownCompetency) =>
    [...rareWords(`${name} ${description}`)].filter((word) => asked.has(word)).length;
  return competencies.toSorted((a, b) => sharedBy(b) - sharedBy(a))[0];
};

/** The questions on a competency of the bank, in the order in which a kit takes them. */
const fromBank = (
  bank: readonly BankField[],
  posting: Posting,
  { type, difficulty }: Settings,
  name: string,
) => {
  const types = typesFor(type, fieldOf(bank, posting));
  for (const field of bank) {
    const at = field.competencies.findIndex((one) => one.name === name);
    const competency = field.competencies[at];
    if (!competency) continue;
    const order = inOrder(competency, types, difficulty, at);
    return order.map((question) => ask(question, field, posting, at));
  }
  return [];
};

/** A question, about a tool of the posting where one fits; neighbours take different tools. */
const ask = (question: BankQuestion, { tools }: BankField, posting: Posting, at: number) => {
  const { text, with_tool = '', criteria } = question;
  const kinds = toolSlot.exec(with_tool)?.[1]?.split('|') ?? [];
  const fitting = kinds.flatMap((kind) => tools[kind] ?? []);
  const named = toolsNamed(posting, fitting);
  const tool = named[at % named.length];
  return { text: tool ? with_tool.replace(toolSlot, tool) : text, criteria };
};

/** A question on a competency that the bank does not know; another one for each number. */
const ownQuestion = ({ own: { occasions, asks }, rubric }: Texts, name: string, nth: number) => {
  const occasion = occasions[nth % occasions.length] ?? '';
  const asked = asks[(nth + Math.floor(nth / occasions.length)) % asks.length] ?? '';
  return { text: `${occasion.replaceAll('{name}', () => name)} ${asked}`, criteria: rubric };
};
