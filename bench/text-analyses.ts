import { bankIn } from '../local/bedrock/bank.ts';
import { competenciesFor } from '../local/bedrock/plan.ts';
import { readPosting, toolsNamed } from '../local/bedrock/posting.ts';
import { assessAnswer } from '../local/bedrock/reader.ts';
import { readBlocks } from '../local/bedrock/request.ts';
import { Interview, Language } from '../shared/domain/interview.ts';
import { plainName } from '../shared/domain/plain-name.ts';
import { limits } from '../shared/domain/plain-text.ts';
import type { Rubric } from '../shared/domain/rubric.ts';
import { exactText, Id, Moment } from '../shared/domain/text.ts';
import { problemsOfText } from '../shared/interviewer/candidate-text.ts';
import { identifies } from '../shared/interviewer/identity.ts';
import { withoutInjections } from '../shared/interviewer/injection.ts';
import { findJson, fitted, withoutThinking } from '../shared/interviewer/lenient.ts';
import { fence } from '../shared/interviewer/prompt.ts';
import { assessAnswerTask } from '../shared/interviewer/prompts/assess-answer.ts';
import type { WrittenQuestions } from '../shared/interviewer/prompts/write-questions.ts';
import { problemsOfQuestions } from '../shared/interviewer/question-check.ts';
import { quoteCheck } from '../shared/interviewer/quotes.ts';
import { readableReason } from '../shared/interviewer/reason.ts';
import { uniqueSlugs } from '../shared/interviewer/slug.ts';
import { unsupported } from '../shared/interviewer/support.ts';
import { hasWords } from '../shared/interviewer/word-count.ts';
import { reconcile } from '../web/candidate/machine/draft.ts';

/** Something that reads a text which others wrote. */
export interface TextAnalysis {
  what: string;
  /** The longest text that it is given, in characters. */
  limit: number;
  run(text: string): unknown;
}

const criterion: Rubric['criteria'][number] = {
  id: 'care',
  name: 'Care',
  anchors: {
    1: 'names nothing that was done',
    3: 'tells what was done, and by whom, in a few words',
    5: 'tells what was done, by whom, and what came of it for the team',
  },
  evidence_wanted: ['the measure that was taken before the change', 'who was told of the plan'],
  warning_signs: ['blames others for what went wrong'],
  weight: 1,
};
const rubric: Rubric = { version: 1, criteria: [criterion] };
const question = 'Tell me about a time when you had to change a plan at short notice.';
const { response_text: answer, job_description: posting } = limits;

const bank = bankIn('en');
const tools = bank.flatMap((field) => Object.values(field.tools).flat());

/** An answer that is on the subject, so that it is read to its end. */
const onSubject = 'When the plan was changed I told the team of the measure. '.repeat(8);

const asWritten = (text: string): WrittenQuestions['questions'][number] => ({
  text,
  competency_id: 'care',
  criteria: [
    {
      name: 'Care',
      level_1: text.slice(1),
      level_3: text.slice(2),
      level_5: text,
      evidence_wanted: [text, text],
      warning_signs: [text],
      importance: 1,
    },
  ],
});

/** Every analysis of a text from outside: ours, the page's and the stand-in's. */
export const textAnalyses: readonly TextAnalysis[] = [
  { what: 'injections, found and cut out', limit: posting, run: withoutInjections },
  {
    what: 'quotes, whole and in pieces',
    limit: answer,
    run: (text) => {
      const check = quoteCheck(text, { question, rubric });
      return [check(text), check(`x${text.slice(9)}`), check(`${text.slice(0, 900)} … x`)];
    },
  },
  {
    what: 'support of levels',
    limit: answer,
    run: (text) =>
      unsupported(text, [{ criterion_id: 'care', level: 5, quotes: [text, text.slice(9)] }]),
  },
  { what: 'number of words', limit: answer, run: (text) => hasWords(text, answer) },
  { what: 'prompt', limit: posting, run: (text) => fence({ settings: {}, answer: text }) },
  {
    what: 'texts for candidates',
    limit: answer,
    run: (text) =>
      problemsOfText(text, {
        field: 'tip',
        language: 'fr',
        max: 700,
        task: assessAnswerTask,
        check_language: true,
        secrets: [criterion.anchors[5], text],
        known: [text],
      }),
  },
  {
    what: 'reasons',
    limit: answer,
    run: (text) => readableReason(text, criterion, text),
  },
  {
    what: 'questions of a model',
    limit: 1_200,
    run: (text) =>
      problemsOfQuestions([asWritten(text)], {
        job: { title: '', description: '', language: 'ja', type: 'general', difficulty: 'easy' },
        competencies: [],
        wanted: [{ competency_id: 'care' }],
        check_language: true,
      }),
  },
  {
    what: 'who a résumé is about',
    limit: posting,
    run: (text) => identifies(text, text, text),
  },
  {
    what: 'replies of a model',
    limit: posting,
    run: (text) => [
      findJson(withoutThinking(text)),
      fitted({ a: text, b: text }, { type: 'object', properties: { a: { type: 'array' }, b: {} } }),
    ],
  },
  {
    what: 'names',
    limit: limits.name,
    run: (text) => [plainName(text), uniqueSlugs([text, text], 'name')],
  },
  {
    what: 'fields of a request',
    limit: posting,
    run: (text) =>
      [exactText(9, 1), Interview.shape.candidate_email, Language, Moment, Id].map((schema) =>
        schema.safeParse(text),
      ),
  },
  {
    what: 'drafts on the page',
    limit: answer,
    run: (text) => {
      const draft = { question_id: '', version: 2, saved_at: '' };
      const kept = { ...draft, sent: 1, text: text.slice(1) };
      return reconcile('', { ...draft, text }, kept);
    },
  },
  {
    what: 'offline, an answer',
    limit: answer,
    run: (text) => {
      const told = onSubject + text.slice(onSubject.length);
      return assessAnswer({
        question,
        rubric: JSON.stringify(rubric.criteria),
        answer: told,
      });
    },
  },
  {
    what: 'offline, a posting',
    limit: posting,
    run: (text) => {
      const job = readPosting(`Engineer\n\nPython ${text}`);
      return [
        competenciesFor(bank, job, { type: 'technical', difficulty: 'easy', count: 5 }),
        toolsNamed(job, tools),
      ];
    },
  },
  { what: 'offline, the blocks of a prompt', limit: posting, run: readBlocks },
];
