import { expect, test } from 'vitest';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import {
  assessAnswerTask,
  secondReadingTask,
} from '../../../shared/interviewer/prompts/assess-answer.ts';
import { deriveCompetenciesTask } from '../../../shared/interviewer/prompts/derive-competencies.ts';
import { writeClosingTask } from '../../../shared/interviewer/prompts/write-closing.ts';
import { writeFollowUpTask } from '../../../shared/interviewer/prompts/write-follow-up.ts';
import { writeLeadInsTask } from '../../../shared/interviewer/prompts/write-lead-ins.ts';
import { writeQuestionsTask } from '../../../shared/interviewer/prompts/write-questions.ts';
import {
  answer,
  closing,
  competencies,
  derivation,
  haiku,
  interviewerWith,
  job,
  question,
  reading,
  rubric,
  soon,
  toRead,
  written,
} from './examples.ts';
import { fakeBedrock, textOf, unmarked } from './fake-bedrock.ts';

const tasks = [
  deriveCompetenciesTask,
  writeQuestionsTask,
  writeLeadInsTask,
  assessAnswerTask,
  secondReadingTask,
  writeClosingTask,
  writeFollowUpTask,
];

const resume = 'Ada Example\nada@example.org\nI kept the ledger of the Winterthur tramway fast.';

const toLead = {
  questions: [question],
  resume,
  job: `${job.title}\n${job.description}`,
  language: 'en-US',
};
const led = {
  lead_ins: [{ n: 1, sentence: 'You wrote that you kept a ledger fast as it grew.' }],
};
const wanted = [
  { competency_id: 'databases', nth: 0 },
  { text: 'Which fault did you mend last, and how did you find it?' },
];

const assessed = {
  question_text: question,
  competency: 'Databases',
  answered: true,
  criteria: [{ name: 'Diagnosis', level: 4, quotes: ['I looked at the slow query log'] }],
};

test.each(tasks)('the prompt of $name, version $version, is this one', (task) => {
  const { system, schema, hash } = task;

  const sent = `${system}\n\n${JSON.stringify(schema, null, 2)}\n\n${hash}`;

  expect(sent).toMatchSnapshot();
});

test.each(tasks)('the prompt of $name, version $version, starts with its task', (task) => {
  const [first] = task.system.split('\n');

  expect(first).toBe(`Task: ${task.name}`);
});

test('every user message is this one', async () => {
  const { interviewer, requests } = interviewerWith(
    { output: derivation },
    { output: { questions: [written('databases'), written('operations', 2)] } },
    { output: led },
    { output: reading },
    { output: closing },
    { output: { question: 'Which other ways did you think about, and why did you leave them?' } },
  );

  await interviewer.deriveCompetencies({ job, count: 4 }, soon());
  await interviewer.writeQuestions({ job, competencies, wanted, count: 4 }, soon());
  await interviewer.writeLeadIns(toLead, soon());
  const assessment = await interviewer.assessAnswer(toRead, soon());
  await interviewer.writeClosing({ questions: [assessed], language: 'en-US' }, soon());
  await interviewer.writeFollowUp({ question, rubric, assessment, language: 'en-US' }, soon());

  expect(requests.map((request) => unmarked(textOf(request)))).toMatchSnapshot();
});

test('a repair repeats the request and adds only what was wrong', async () => {
  const { interviewer, requests } = interviewerWith(
    { output: { ...reading, criteria: reading.criteria.slice(1) } },
    { output: reading },
  );

  await interviewer.assessAnswer(toRead, soon());

  const [first, second] = requests;
  expect(second?.messages?.[0]).toEqual(first?.messages?.[0]);
  expect(second?.system).toEqual(first?.system);
  expect([textOf(second, 1), textOf(second, 2)]).toMatchSnapshot();
});

test('a scoring prompt contains the answer and nothing of the person', async () => {
  const { interviewer, requests } = interviewerWith({ output: led }, { output: reading });
  await interviewer.writeLeadIns(toLead, soon());

  await interviewer.assessAnswer(toRead, soon());

  const sent = JSON.stringify(requests[1]);
  expect(sent).not.toMatch(/Ada Example|example\.org|tramway|booking service/i);
  expect(textOf(requests[1])).toContain(answer);
});

test('competencies and questions are written from the job alone, the résumé leads to them', async () => {
  const { interviewer, requests } = interviewerWith(
    { output: derivation },
    { output: { questions: [written('databases'), written('operations', 2)] } },
    { output: led },
  );

  await interviewer.deriveCompetencies({ job, count: 4 }, soon());
  await interviewer.writeQuestions({ job, competencies, wanted, count: 4 }, soon());
  await interviewer.writeLeadIns(toLead, soon());

  const blocks = requests.map((request) =>
    [...textOf(request).matchAll(/<([a-z]+)-[0-9a-f]{32}>/g)].map(([, name]) => name),
  );
  expect(blocks).toEqual([
    ['settings', 'job'],
    ['settings', 'job', 'competencies', 'wanted'],
    ['settings', 'questions', 'resume'],
  ]);
});

test('every call has its own marker', async () => {
  const { interviewer, requests } = interviewerWith({ output: reading });

  await interviewer.assessAnswer(toRead, soon());
  await interviewer.assessAnswer(toRead, soon());

  const markers = requests.map((request) => /<answer-([0-9a-f]{32})>/.exec(textOf(request))?.[1]);
  expect(new Set(markers).size).toBe(2);
});

test('a model without structured output and tools gets the schema in the prompt', async () => {
  const { bedrock, requests } = fakeBedrock({ text: JSON.stringify(reading) });
  const model = 'other.model-v1:0';
  const interviewer = createInterviewer({
    bedrock,
    question_model: model,
    evaluation_model: model,
  });

  await interviewer.assessAnswer(toRead, soon());

  expect(requests[0]?.system?.slice(1)).toMatchSnapshot();
});

test('a second opinion uses another model and another prompt', async () => {
  const { bedrock, requests } = fakeBedrock({ output: reading });
  const interviewer = createInterviewer({
    bedrock,
    question_model: haiku,
    evaluation_model: haiku,
    second_opinion_model: 'amazon.nova-pro-v1:0',
  });

  await interviewer.assessAnswer(toRead, soon());

  expect(requests.map(({ modelId }) => modelId).sort()).toEqual(['amazon.nova-pro-v1:0', haiku]);
  expect(new Set(requests.map(({ system }) => system?.[0]?.text)).size).toBe(2);
});
