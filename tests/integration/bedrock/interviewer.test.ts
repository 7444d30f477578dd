import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bedrock, startBedrock } from '../../../local/bedrock/bedrock.ts';
import type { InterviewType } from '../../../shared/domain/interview.ts';
import { createInterviewer } from '../../../shared/interviewer/create-interviewer.ts';
import type { AssessedQuestion, Interviewer } from '../../../shared/interviewer/interviewer.ts';

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

  it.each(Object.keys(jobs).flatMap((language) => types.map((type) => [language, type] as const)))(
    'writes %s %s questions that need no repair',
    async (language, type) => {
      const job = { ...(jobs[language] ?? { title: '', description: '' }), type, language };

      const made = await callsOf(async () => {
        const easy = { ...job, difficulty: 'hard' as const };
        const { competencies } = await interviewer.deriveCompetencies(easy, deadline());
        const input = { job: easy, competencies, resume: 'PostgreSQL, 2019–2024' };
        const counts = [3, 6, 15];
        const written = await Promise.all(
          counts.map((count) => interviewer.writeQuestions({ ...input, count }, deadline())),
        );
        return written.map(({ questions }) => questions);
      });

      const [few = [], some = [], many = []] = made.value;
      // One for the competencies; questions are requested in batches of six.
      expect(made.calls).toBe(1 + 1 + 1 + 3);
      expect([few.length, some.length, many.length]).toEqual([3, 6, 15]);
      expect(new Set(many.map(({ text }) => text)).size).toBe(15);
    },
  );

  it.each(Object.keys(jobs))(
    'reads answers and closes an interview in %s without a repair',
    async (language) => {
      const job = {
        ...(jobs[language] ?? { title: '', description: '' }),
        type: 'general' as const,
        difficulty: 'medium' as const,
        language,
      };
      const { competencies } = await interviewer.deriveCompetencies(job, deadline());
      const input = { job, competencies, resume: null, count: 5 };
      const { questions } = await interviewer.writeQuestions(input, deadline());
      const answers = [
        'PostgreSQL: 2019, 40 ms.',
        'Wundversorgung, weil Hygiene wichtig ist. Ich habe das Team gefragt.',
        '',
      ];

      const made = await callsOf(async () => {
        const assessed: AssessedQuestion[] = [];
        for (const [n, { text, rubric }] of questions.entries()) {
          const answer = answers[n % answers.length] ?? '';
          const one = { question: text, rubric, answer: answer || '-', language };
          const assessment = await interviewer.assessAnswer(one, deadline());
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

      expect(made.calls).toBe(questions.length + 1);
      expect(made.value.provenance.evaluator).toBe('offline');
    },
  );
});
