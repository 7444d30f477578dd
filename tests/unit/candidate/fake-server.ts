import type { ErrorCode } from '../../../shared/domain/errors.ts';
import type { Outcome } from '../../../web/candidate/api/call.ts';
import type { Answer, Draft } from '../../../web/candidate/api/replies.ts';
import type { Call, Content } from '../../../web/candidate/machine/effect.ts';
import { longestAnswer } from '../../../web/candidate/machine/state.ts';
import { opened, result, session } from './states.ts';

/** The fate of the next request: nothing bad, it is lost, or its reply is lost. */
export type Weather = 'fine' | 'lost' | 'answer lost';

const answered = (call: Call, body: unknown): Outcome => ({ type: `answer_${call}`, body });
const refused = (code: ErrorCode, more = {}): Outcome => ({
  type: 'refused',
  body: { code, ...more },
});

/** The candidate endpoints of the contract in memory, behind an unreliable network. */
export const fakeServer = (now: () => number) => {
  const answers: Answer[] = [];
  let status: 'scheduled' | 'in_progress' | 'completed' = 'scheduled';
  let draft: Draft | null = null;
  let weather: Weather[] = [];

  const time = () => new Date(now()).toISOString();
  const answerTo = (id = '') => answers.find(({ question_id }) => question_id === id);
  const rest = () => session.questions.filter(({ id }) => !answerTo(id));

  const endpoints: Record<Call, (content: Content) => Outcome> = {
    open: () => answered('open', { ...opened, status, server_time: time() }),
    start: () => {
      if (status === 'scheduled') status = 'in_progress';
      const base = { ...session, responses: [...answers], draft, server_time: time() };
      return answered('start', status === 'completed' ? { ...base, ...result } : base);
    },
    submit: ({ question_id = '', response_text = '' }) => {
      if (status === 'completed') return refused('interview_completed');
      const stored = answerTo(question_id);
      if (stored && stored.response_text !== response_text) return refused('already_answered');
      if (!stored) {
        const answered_at = time();
        const feedback = { feedback: 'Clear.', feedback_detail: null };
        answers.push({ question_id, response_text, answered_at, ...feedback });
        draft = null;
      }
      const following = rest()[0];
      return answered('submit', {
        next_question: following?.text ?? null,
        next_question_id: following?.id ?? null,
        feedback: 'Clear.',
        feedback_detail: { strength: 'Clear.', tip: 'Go on.', evaluator: 'bedrock' },
        total_questions: 3,
      });
    },
    complete: () => {
      status = 'completed';
      return answered('complete', result);
    },
    draft: ({ question_id = '', text = '', version = 0 }) => {
      if (text.length > longestAnswer) return refused('invalid_input');
      if (status === 'completed') return refused('interview_completed');
      if (answerTo(question_id)) return refused('already_answered');
      const stored = draft;
      const isOlder = stored?.question_id === question_id && stored.version >= version;
      if (isOlder && stored.text !== text) return refused('draft_outdated', { draft: stored });
      draft = { question_id, text, version, saved_at: time() };
      return answered('draft', draft);
    },
    help: () => answered('help', {}),
  };

  return {
    answers,
    draft: () => draft,
    status: () => status,
    /** Sets the weather for the next requests; after those, all is fine. */
    forecast: (coming: Weather[]) => {
      weather = [...coming];
    },
    call: async (name: Call, content: Content): Promise<Outcome> => {
      const met = weather.shift() ?? 'fine';
      if (met === 'lost') return { type: 'unreachable', after: 0 };
      const outcome = endpoints[name](content);
      return met === 'answer lost' ? { type: 'unreachable', after: 0 } : outcome;
    },
  };
};
