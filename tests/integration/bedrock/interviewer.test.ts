import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bedrock, startBedrock } from '../../../local/bedrock/bedrock.ts';
import type { InterviewType } from '../../../shared/domain/interview.ts';
import type { Competency } from '../../../shared/domain/rubric.ts';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import type {
  AssessedQuestion,
  Interviewer,
  Job,
} from '../../../shared/interviewer/interviewer.ts';

const types: InterviewType[] = ['technical', 'behavioral', 'coding', 'system_design', 'general'];

const description = `We run the booking system of 300 practices.

You build services in TypeScript and PostgreSQL, keep queries fast while the data grows, write tests, and take part in the on-call rota. You review code and talk to the practices when something has gone wrong.`;

const german = `Sie versorgen Patienten auf der chirurgischen Station, geben Medikamente und dokumentieren die Pflege. Wundversorgung, Hygiene und Schichtdienst gehören dazu.`;

const jobs: Record<string, { title: string; description: string }> = {
  'en-US': { title: 'Backend developer', description },
  'de-DE': { title: 'Krankenpfleger (m/w/d)', description: german },
  'es-ES': {
    title: 'Desarrollador backend',
    description:
      'Desarrollará servicios en Node.js y PostgreSQL, escribirá pruebas y hará guardias.',
  },
  'fr-FR': {
    title: 'Vendeuse en boulangerie',
    description:
      "Vous accueillez les clients, préparez les commandes et veillez à l'hygiène du magasin.",
  },
  'hi-IN': {
    title: 'सॉफ़्टवेयर डेवलपर',
    description: 'आप Python और PostgreSQL में सेवाएँ बनाएँगे और टीम के साथ परीक्षण लिखेंगे।',
  },
  'ar-EG': {
    title: 'مطور برمجيات',
    description: 'ستطور خدمات باستخدام Python و PostgreSQL وتكتب الاختبارات وتعمل مع الفريق.',
  },
  'pl-PL': { title: 'Programista', description: 'Tworzysz usługi w Pythonie i PostgreSQL.' },
};

describe('the interviewer over the offline Bedrock', () => {
  let bedrock: Bedrock;
  let client: BedrockRuntimeClient;
  let interviewer: Interviewer;
  beforeAll(async () => {
    bedrock = await startBedrock();
    client = new BedrockRuntimeClient({
      endpoint: bedrock.endpoint,
      region: 'eu-central-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    interviewer = createInterviewer({
      bedrock: client,
      question_model: 'global.anthropic.claude-haiku-5-5',
      evaluation_model: 'global.anthropic.claude-haiku-5-5',
    });
  });
  afterAll(async () => {
    client.destroy();
    await bedrock.close();
  });
  const deadline = () => ({ at: Date.now() + 20_000 });
  const callsOf = async <Value>(work: () => Promise<Value>) => {
    const before = bedrock.calls.length;
    const value = await work();
    return { value, calls: bedrock.calls.length - before };
  };

  const wantedFor = (competencies: readonly Competency[], count: number) =>
    Array.from({ length: count }, (_, n) => ({
      competency_id: competencies[n % competencies.length]?.id,
      nth: Math.floor(n / competencies.length),
    }));
  const jobIn = (language: string, type: InterviewType): Job => ({
    ...(jobs[language] ?? { title: '', description: '' }),
    type,
    language,
    difficulty: 'hard',
  });

  it.each(Object.keys(jobs).flatMap((language) => types.map((type) => [language, type] as const)))(
    'writes %s %s questions that need no repair',
    async (language, type) => {
      const job = jobIn(language, type);
      for (const count of [3, 6, 15]) {
        const made = await callsOf(async () => {
          const { competencies } = await interviewer.deriveCompetencies({ job, count }, deadline());
          const wanted = wantedFor(competencies, count);
          return interviewer.writeQuestions({ job, competencies, wanted, count }, deadline());
        });

        expect(made.calls).toBe(1 + Math.ceil(count / 2));
        expect(new Set(made.value.questions.map(({ text }) => text)).size).toBe(count);
      }
    },
  );

  it('writes the rubric of a given question without a repair, and finds its competency', async () => {
    const job = jobIn('en-US', 'technical');
    const { competencies } = await interviewer.deriveCompetencies({ job, count: 5 }, deadline());
    const text = 'How would you explain an outage to a practice?';

    const made = await callsOf(() =>
      interviewer.writeQuestions({ job, competencies, wanted: [{ text }], count: 5 }, deadline()),
    );

    const [question] = made.value.questions;
    expect(made.calls).toBe(1);
    expect(question?.text).toBe(text);
    expect(competencies.map(({ id }) => id)).toContain(question?.competency_id);
  });

  it.each(Object.keys(jobs))(
    'reads answers, follows one up and closes an interview in %s without a repair',
    async (language) => {
      const job = jobIn(language, 'general');
      const { competencies } = await interviewer.deriveCompetencies({ job, count: 5 }, deadline());
      const wanted = wantedFor(competencies, 5);
      const input = { job, competencies, wanted, count: 5 };
      const { questions } = await interviewer.writeQuestions(input, deadline());
      const answers = [
        'When the table had grown I read the query plan, measured twice and told the practice. In the end it was an index that was missing, and we wrote it down for the next time so that nobody has to look for it again.',
        'PostgreSQL: 2019, 40 ms.',
        'Wundversorgung, weil Hygiene wichtig ist. Ich habe das Team gefragt.',
        '',
      ];

      const made = await callsOf(async () => {
        const assessed: AssessedQuestion[] = [];
        for (const [n, { text, rubric }] of questions.entries()) {
          const answer = answers[n % answers.length] ?? '';
          const one = { question: text, rubric, language };
          const assessment = await interviewer.assessAnswer(
            { ...one, answer: answer || '-' },
            deadline(),
          );
          await interviewer.writeFollowUp({ ...one, assessment }, deadline());
          assessed.push({
            question_text: text,
            competency: competencies[n]?.name ?? '',
            criteria: assessment.criteria.map(({ level, quotes }, i) => ({
              name: rubric.criteria[i]?.name ?? '',
              level,
              quotes,
            })),
            answered: answer !== '',
          });
        }
        return interviewer.writeClosing({ questions: assessed, language }, deadline());
      });

      expect(made.calls).toBe(2 * questions.length + 1);
      expect(made.value.provenance.evaluator).toBe('offline');
    },
  );

  it('leaves answers in other languages to a human', async () => {
    const job = jobIn('de-DE', 'general');
    const { competencies } = await interviewer.deriveCompetencies({ job, count: 3 }, deadline());
    const wanted = wantedFor(competencies, 3);
    const input = { job, competencies, wanted, count: 3 };
    const [question] = (await interviewer.writeQuestions(input, deadline())).questions;
    if (!question) throw new Error('There is no question');

    const assessment = await interviewer.assessAnswer(
      {
        question: question.text,
        rubric: question.rubric,
        answer: 'Ich habe das Team gefragt.',
        language: 'de-DE',
      },
      deadline(),
    );

    expect(assessment.status).toBe('needs_human');
    expect(assessment.criteria.map(({ not_scored }) => not_scored)).toEqual(
      question.rubric.criteria.map(() => 'language'),
    );
  });
});
