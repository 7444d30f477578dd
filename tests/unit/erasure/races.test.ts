import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/errors.ts';
import { createWorld, type World } from '../../support/world.ts';
import { requireNothingLeft } from './left.ts';

interface Racing {
  world: World;
  token: string;
  session_id: string;
  question_id: string;
}

/** What is done at the same moment as an erasure, once the interview is so far. */
const others: Record<
  string,
  { so_far: 'created' | 'linked' | 'started' | 'completed'; run(racing: Racing): Promise<unknown> }
> = {
  'generate-link': { so_far: 'created', run: ({ world }) => world.generate() },
  'two generate-links': {
    so_far: 'created',
    run: ({ world }) => Promise.all([world.generate(), world.generate()]),
  },
  'regenerate-link': { so_far: 'linked', run: ({ world }) => world.regenerate() },
  start: { so_far: 'linked', run: ({ world, token }) => world.start(token) },
  accommodation: { so_far: 'linked', run: ({ world, token }) => world.accommodate(token) },
  'regenerate-link after the start': { so_far: 'started', run: ({ world }) => world.regenerate() },
  draft: {
    so_far: 'started',
    run: ({ world, token, ...ids }) => world.draft(token, { ...ids, text: 'Half a', version: 2 }),
  },
  submit: {
    so_far: 'started',
    run: ({ world, token, ...ids }) => world.submit(token, { ...ids, response_text: 'Whole' }),
  },
  complete: {
    so_far: 'started',
    run: ({ world, token, session_id }) => world.complete(token, session_id),
  },
  'a late evaluation': {
    so_far: 'completed',
    run: ({ world }) => world.deliver({ after: 45_000 }),
  },
  're-evaluate': { so_far: 'completed', run: ({ world }) => world.evaluateAgain() },
  'another erasure': { so_far: 'completed', run: ({ world }) => world.erase() },
};

const order = ['created', 'linked', 'started', 'completed'];
const gone = [null, 'link_invalid', 'interview_not_found'];

it.each(Object.entries(others))(
  'an erasure at the same moment as %s leaves nothing, in whatever order',
  (_name, { so_far, run }) =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, withResume) => {
        let racing = false;
        const world = createWorld(
          {
            before: (command) =>
              racing ? scheduler.schedule(Promise.resolve(), command) : undefined,
          },
          { speaks: true },
        );
        const reached = (wanted: string) => order.indexOf(so_far) >= order.indexOf(wanted);
        await world.create({}, withResume ? 'Five years of orders.' : null);
        const ids = { world, token: '', session_id: '', question_id: '' };
        if (reached('linked')) {
          const { link_token, ai_session_id } = await world.generate();
          Object.assign(ids, { token: link_token, session_id: ai_session_id });
        }
        if (reached('started')) {
          const { current_question_id } = await world.start(ids.token);
          Object.assign(ids, { question_id: current_question_id });
        }
        if (reached('completed')) {
          const { token, session_id } = ids;
          await world.submit(token, { session_id, response_text: 'an answer' });
          world.interviewer.state.fail = 'unavailable';
          await world.complete(token, session_id);
          world.interviewer.state.fail = null;
        }

        racing = true;
        const other = run(ids).then(
          () => null,
          (error: unknown) => {
            if (!(error instanceof AppError)) throw error;
            return error.code;
          },
        );
        const erasure = world.erase();
        await scheduler.waitIdle();
        racing = false;

        expect(gone).toContain(await other);
        expect(await erasure).not.toBeNull();
        await world.deliver();
        await world.deliver();
        expect(world.queue).toEqual([]);
        await world.resumeErasures();
        requireNothingLeft(world);
      }),
      { numRuns: 25 },
    ),
);
