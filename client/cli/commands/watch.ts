import { TalaroError } from '../../error.ts';
import { sleep } from '../../retry.ts';
import type { Client, Output } from '../../types.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { note, print, printJson } from '../screen.ts';

type Detail = Output<'getInterview'>;

/** In ms: soon after something happened, rarer while nothing does. */
const soonest = 2_000;
const rarest = 30_000;

/** What of an interview is worth a line when it changes. */
export const stageOf = ({ interview_id, status, link, session, evaluation }: Detail) => ({
  interview_id,
  status,
  link_status: link.status,
  answered_questions: session?.answered_questions ?? 0,
  total_questions: session?.total_questions ?? 0,
  score: evaluation?.score ?? null,
  recommendation: evaluation?.recommendation ?? null,
  evaluated: session?.status === 'completed',
});
type Stage = ReturnType<typeof stageOf>;

/** Whether nothing will happen any more by itself. */
export const isOver = ({ status, link_status, evaluated }: Stage): boolean =>
  status === 'cancelled' ||
  (status === 'completed' && evaluated) ||
  (status === 'scheduled' && link_status === 'expired');

export const lineOfStage = (stage: Stage): string => {
  const { status, link_status, answered_questions, total_questions } = stage;
  if (status === 'scheduled') return `scheduled, link ${link_status.replace('_', ' ')}`;
  if (status === 'cancelled') return 'cancelled';
  const answered = `${answered_questions} of ${total_questions} answered`;
  if (status === 'in_progress') return `in progress, ${answered}`;
  if (!stage.evaluated) return `completed, ${answered}; the evaluation is being made`;
  const score =
    stage.score === null ? 'not scored' : `score ${stage.score}, ${stage.recommendation}`;
  return `completed, ${answered}; ${score}; a person decides`;
};

/** Whether it may pass by itself, such as a network that is away. */
const passes = (error: unknown) =>
  error instanceof TalaroError && (error.status === 0 || error.status >= 500);

/** The stage of an interview; null where nobody answers right now. */
const look = async (talaro: Client, interview_id: string, signal: AbortSignal) => {
  try {
    return stageOf(await talaro.getInterview({ interview_id }, { signal }));
  } catch (error) {
    if (!passes(error)) throw error;
    note('No answer right now; still trying. Ctrl-C stops watching.');
    return null;
  }
};

export const watch = command({
  summary: 'Follow an interview until it has ended',
  takes: ['ID'],
  options: {},
  examples: [
    ['5b1fd9f4-…', 'a line for each answer; Ctrl-C stops watching'],
    ['5b1fd9f4-… --json', 'a line of JSON instead'],
  ],
  async run({ values, args: [interview_id = ''], signal }) {
    const talaro = await deployment(values);
    let [last, wait] = ['', soonest];
    for (;;) {
      const stage = await look(talaro, interview_id, signal);
      const line = stage ? lineOfStage(stage) : last;
      wait = line === last ? Math.min(wait * 1.5, rarest) : soonest;
      if (line !== last && values.json) printJson(stage);
      else if (line !== last) print(line);
      last = line;
      if (stage && isOver(stage)) return;
      await sleep(wait, signal);
    }
  },
});
