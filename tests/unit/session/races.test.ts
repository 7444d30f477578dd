import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/domain/errors.ts';
import { logger } from '../../../shared/http/log.ts';
import { aProvenance } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { reported } from '../../support/reported.ts';
import { createWorld, replay, stateOf, type World } from '../../support/world.ts';

/** A world whose requests take turns at every call of the table, in the order of the scheduler. */
const racing = async (scheduler: fc.Scheduler, { linked = true, follow_ups = 0 } = {}) => {
  let racingNow = false;
  const world = createWorld({
    before: (command) => (racingNow ? scheduler.schedule(Promise.resolve(), command) : undefined),
  });
  await world.create({ follow_ups });
  const link = linked ? await world.generate() : { link_token: '', ai_session_id: '' };
  const race = async <Made>(requests: (() => Promise<Made>)[]) => {
    racingNow = true;
    const answers = requests.map((send) =>
      send().then(
        (made) => ({ made, code: null }),
        (error: unknown) => {
          // Anything other than a refusal would be a 500.
          if (!(error instanceof AppError)) throw error;
          return { made: null, code: error.code };
        },
      ),
    );
    await scheduler.waitIdle();
    racingNow = false;
    return Promise.all(answers);
  };
  return { world, race, token: link.link_token, session_id: link.ai_session_id };
};

const requireSound = async (world: World) => {
  const record = await world.look();
  expect(replay(record.audit)).toEqual(stateOf(record));
  expect(new Set(record.responses.map(({ question_id }) => question_id)).size).toBe(
    record.responses.length,
  );
  expect(record.session?.answered).toBe(record.responses.length);
  return record;
};

const inAnyOrder = (run: (scheduler: fc.Scheduler) => Promise<void>, numRuns = 20) =>
  fc.assert(fc.asyncProperty(fc.scheduler(), run), { numRuns });

it('racing submits of one question store one response, and another text is refused', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    const { current_question_id } = await world.start(token);
    const question_id = current_question_id ?? '';
    const texts = ['one', 'one', 'one', 'other', 'other'];

    const answers = await race(
      texts.map(
        (response_text) => () => world.submit(token, { session_id, question_id, response_text }),
      ),
    );

    const { responses } = await requireSound(world);
    const [stored] = responses;
    expect(responses).toHaveLength(1);
    for (const [n, { made, code }] of answers.entries()) {
      const same = texts[n] === stored?.response_text;
      expect(code).toBe(same ? null : 'already_answered');
      if (same) expect(made?.response_id).toBe(stored?.response_id);
    }
    expect(world.interviewer.times('assessAnswer')).toBe(1);
  }));

it('a double click without a question id stores one answer', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    await world.start(token);

    const answers = await race(
      [1, 2, 3].map(() => () => world.submit(token, { session_id, response_text: 'the same' })),
    );

    const { responses } = await requireSound(world);
    expect(responses).toHaveLength(1);
    expect(new Set(answers.map(({ made }) => made?.response_id)).size).toBe(1);
  }));

it('racing completions store one evaluation and ask the model once', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    await world.start(token);
    await world.submit(token, { session_id, response_text: 'an answer' });

    const answers = await race([1, 2, 3, 4].map(() => () => world.complete(token, session_id)));

    const { evaluations } = await requireSound(world);
    expect(evaluations).toHaveLength(1);
    expect(world.interviewer.times('writeClosing')).toBe(1);
    expect(answers.every(({ code }) => code === null)).toBe(true);
    const scores = answers.flatMap(({ made }) => made?.score ?? []);
    expect(new Set([...scores, evaluations[0]?.score]).size).toBe(1);
  }));

it('an evaluation includes every acknowledged answer, and none is taken after the seal', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    const { questions } = await world.start(token);
    const submits = questions.map(
      ({ id }, n) =>
        () =>
          world
            .submit(token, { session_id, question_id: id, response_text: `answer ${n}` })
            .then(() => id),
    );

    const answers = await race([
      ...submits,
      () => world.complete(token, session_id).then(() => ''),
    ]);

    const { responses, evaluations } = await requireSound(world);
    const acknowledged = answers.flatMap(({ made }) => made || []);
    expect(responses.map(({ question_id }) => question_id).toSorted()).toEqual(
      acknowledged.toSorted(),
    );
    const counted = evaluations[0]?.questions.filter(({ status }) => status === 'scored');
    expect(counted?.map(({ question_id }) => question_id).toSorted()).toEqual(
      acknowledged.toSorted(),
    );
    for (const { code } of answers) expect([null, 'interview_completed']).toContain(code);
  }));

it('every completion counts the same questions, even if a follow-up comes in between', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler, { follow_ups: 1 });
    const provenance = aProvenance();
    world.interviewer.interviewer.writeFollowUp = async () => ({ text: 'And then?', provenance });
    await world.start(token);

    const [, completed] = await race<unknown>([
      () => world.submit(token, { session_id, response_text: 'an answer' }),
      () => world.complete(token, session_id),
    ]);

    const { questions, evaluations } = await requireSound(world);
    const total_questions = questions.length;
    expect(completed?.made).toMatchObject({ total_questions });
    expect(await world.complete(token, session_id)).toMatchObject({ total_questions });
    expect(evaluations[0]?.assessments).toHaveLength(total_questions);
  }, 60));

it('an evaluation is based on the stored assessments, whichever request made them', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    let level = 1;
    const { assessAnswer } = world.interviewer.interviewer;
    world.interviewer.interviewer.assessAnswer = async (...asked) => {
      // Each assessment gives another level, which shows the one that counts.
      world.interviewer.state.level = (level++ % 5) + 1;
      return assessAnswer(...asked);
    };
    await world.start(token);

    await race<unknown>([
      () => world.submit(token, { session_id, response_text: 'an answer' }),
      () => world.complete(token, session_id),
      () => world.deliver(),
    ]);
    await world.deliver();

    const { responses, evaluations } = await requireSound(world);
    const stored = responses.map(({ assessment }) => assessment);
    const counted = evaluations[0]?.assessments.flatMap(({ assessment }) => assessment ?? []);
    expect(counted).toEqual(stored);
  }, 60));

it('a completion and a late delivery at the same moment pay for each answer and the closing once', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    await world.start(token);
    world.interviewer.state.fail = 'unavailable';
    await world.submit(token, { session_id, response_text: 'an answer' });
    world.interviewer.state.fail = null;
    const failed = world.interviewer.times('assessAnswer');

    await race<unknown>([
      () => world.complete(token, session_id),
      () => world.deliver({ after: 0 }),
    ]);
    await world.deliver();

    const { responses, evaluations } = await requireSound(world);
    expect(evaluations).toHaveLength(1);
    expect(responses[0]?.assessment).not.toBeNull();
    expect(world.interviewer.times('assessAnswer') - failed).toBe(1);
    expect(world.interviewer.times('writeClosing')).toBe(1);
    // In one order of a hundred a delivery reads before the evaluation and gets the lease after it.
  }, 200));

it('racing regenerations leave one live link and one set of questions', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);

    const answers = await race([1, 2, 3].map(() => () => world.regenerate()));

    const { link, questions, session } = await requireSound(world);
    const made = answers.flatMap((answer) => answer.made ?? []);
    expect(made).toHaveLength(3);
    expect(link?.generation).toBe(4);
    expect(questions).toHaveLength(3);
    const live = (await world.generate()).link_token;
    expect(made.filter(({ link_token }) => link_token === live)).toHaveLength(1);
    expect(made.find(({ link_token }) => link_token === live)?.ai_session_id).toBe(
      session?.session_id,
    );
    expect(live).not.toBe(token);
  }));

it('racing first generations create one link, and all return it', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race } = await racing(scheduler, { linked: false });

    const answers = await race([1, 2, 3].map(() => () => world.generate()));

    const tokens = answers.map(({ made }) => made?.link_token);
    expect(new Set(tokens).size).toBe(1);
    expect((await requireSound(world)).link?.generation).toBe(1);
  }));

it('a start that races a regeneration gets the questions of its link or is refused', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);

    const [started, regenerated] = await race<unknown>([
      () => world.start(token),
      () => world.regenerate(),
    ]);

    const { interview, session, questions } = await requireSound(world);
    expect(regenerated?.code).toBeNull();
    expect([null, 'link_replaced']).toContain(started?.code);
    expect(interview.status).toBe(started?.code === null ? 'in_progress' : 'scheduled');
    if (started?.code === null) {
      expect(started.made).toMatchObject({
        session_id: session?.session_id,
        questions: questions.map(({ id }) => ({ id })),
      });
    }
  }));

it('an answer whose link was replaced before it was stored is refused', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    await world.start(token);

    const [submitted, regenerated] = await race<unknown>([
      () => world.submit(token, { session_id, response_text: 'an answer' }),
      () => world.regenerate(),
    ]);

    const { audit, responses } = await requireSound(world);
    expect(regenerated?.code).toBeNull();
    expect([null, 'link_replaced']).toContain(submitted?.code);
    expect(responses).toHaveLength(submitted?.code === null ? 1 : 0);
    const events = audit.map(({ event }) => event);
    if (submitted?.code === null) expect(events).toContain('answer_stored');
    else expect(events).not.toContain('answer_stored');
  }));

it('a request for more time at the same moment as the start is stored', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);

    const answers = await race<unknown>([() => world.accommodate(token), () => world.start(token)]);

    expect(answers.map(({ code }) => code)).toEqual([null, null]);
    const { accommodations, interview } = await requireSound(world);
    expect(accommodations).toHaveLength(1);
    expect(interview).toMatchObject({ status: 'in_progress', open_requests: 1 });
  }));

it('racing starts give every tab the same session', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);

    const answers = await race([1, 2, 3].map(() => () => world.start(token)));

    const { audit } = await requireSound(world);
    expect(audit.filter(({ event }) => event === 'interview_started')).toHaveLength(1);
    expect(new Set(answers.map(({ made }) => made?.session_id)).size).toBe(1);
  }));

it('a sweep at the same moment as an answer, a completion, a close and itself loses no answer and evaluates once', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    const { questions } = await world.start(token);
    await world.submit(token, { session_id, response_text: 'an answer' });
    // The candidate's clocks say that the link is open, the sweep's that it expired a day ago.
    const open = world.clock.ms;
    const late = <Made>(run: () => Promise<Made>) => {
      world.clock.ms = open + 28 * 3600_000;
      const made = run();
      world.clock.ms = open;
      return made;
    };
    const answers = questions.slice(1).map(({ id }) => ({ question_id: id, response_text: id }));

    const raced = await race<unknown>([
      () => late(() => world.sweep({ seal_after_hours: 24 })),
      ...answers.map((sent) => () => world.submit(token, { session_id, ...sent }).then(() => sent)),
      () => world.complete(token, session_id),
      () => world.close(),
      () => late(() => world.sweep()),
    ]);
    await world.deliver();

    const { interview, responses, evaluations, audit } = await requireSound(world);
    expect(interview.status).toBe('completed');
    expect(evaluations).toHaveLength(1);
    expect(audit.filter(({ event }) => event === 'interview_completed')).toHaveLength(1);
    const acknowledged = answers.filter((_, n) => raced[n + 1]?.code === null);
    expect(responses.slice(1).map(({ question_id }) => question_id)).toEqual(
      acknowledged.map(({ question_id }) => question_id),
    );
    const scored = evaluations[0]?.questions.filter(({ status }) => status === 'scored');
    expect(scored).toHaveLength(responses.length);
    for (const { code } of raced) expect([null, 'interview_completed']).toContain(code);
  }, 60));

it('a sweep at the same moment as an extension or a request for more time seals the interview or lets it be', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);
    await world.start(token);
    const [sweep, asks, moves] = [
      // Due a little earlier than a request is refused.
      async () => (await world.sweep({ seal_after_hours: 23 })).sealed === 1,
      () => world.accommodate(token).then(() => true),
      () => world.change('in_progress', { set: { ends_at: '2026-11-25T11:00:00Z' } }),
    ];
    world.clock.ms = Date.parse('2026-11-24T12:30:00Z');

    const [sealed, asked, moved] = await race([sweep, asks, moves]);

    const { interview } = await requireSound(world);
    expect(interview.status).toBe(sealed?.made ? 'completed' : 'in_progress');
    if (asked?.made || moved?.made) expect(sealed?.made).toBe(false);
    // Nobody gives way to another who lost.
    expect([sealed, asked, moved].some((one) => one?.made)).toBe(true);
  }, 60));

it('a start at the same moment as the mark that it expired leaves one of both', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);
    world.clock.ms = Date.parse('2026-11-23T12:59:59Z');

    await race<unknown>([
      () => world.start(token),
      () => {
        world.clock.ms += 90_000;
        return world.sweep();
      },
    ]);

    const { interview } = await requireSound(world);
    expect(interview.expired_at === undefined).toBe(interview.status === 'in_progress');
  }));

it('a submit is stored or refused, and never both, whatever recruiters do at the same moment', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    await world.start(token);
    await world.submit(token, { session_id, response_text: 'the first' });
    const ends_at = '2026-11-23T12:00:00Z';

    const [submitted, extended, regenerated, cancelled] = await race<unknown>([
      () => world.submit(token, { session_id, response_text: 'the second' }),
      () => world.update({ ends_at }),
      () => world.regenerate(),
      () => world.cancel(),
    ]);

    const { interview, link, responses, audit } = await requireSound(world);
    expect(['link_replaced', 'interview_cancelled', null]).toContain(submitted?.code);
    expect(responses).toHaveLength(submitted?.code === null ? 2 : 1);
    expect(cancelled?.code).toBeNull();
    expect(interview.status).toBe('cancelled');
    expect([null, 'interview_cancelled']).toContain(extended?.code);
    if (extended?.code === null) expect(interview.ends_at).toBe(ends_at);
    expect([null, 'interview_cancelled']).toContain(regenerated?.code);
    expect(link?.generation).toBe(regenerated?.code === null ? 2 : 1);
    const code = regenerated?.code === null ? 'link_replaced' : 'interview_cancelled';
    expect(await codeOf(world.start(token))).toBe(code);
    const events = audit.map(({ event }) => event);
    expect(events.lastIndexOf('answer_stored')).toBeLessThan(events.indexOf('interview_cancelled'));
  }));

it('a cancellation and a completion at the same moment leave one of them', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token, session_id } = await racing(scheduler);
    await world.start(token);

    const [completed, cancelled] = await race<unknown>([
      () => world.complete(token, session_id),
      () => world.cancel(),
    ]);

    const { interview, evaluations } = await requireSound(world);
    const isCompleted = interview.status === 'completed';
    expect(completed?.code).toBe(isCompleted ? null : 'interview_cancelled');
    expect(cancelled?.code).toBe(isCompleted ? 'interview_completed' : null);
    expect(evaluations).toHaveLength(isCompleted ? 1 : 0);
    const { completed: sealed = 0, cancelled: ended = 0 } = reported(world.items());
    expect([sealed, ended]).toEqual(isCompleted ? [1, 0] : [0, 1]);
  }));

it('a new address leaves no link of the old one, whatever makes or uses one at the same moment', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race, token } = await racing(scheduler);
    const candidate_email = 'lovelace@example.com';

    const [moved, generated, regenerated, started] = await race<unknown>([
      () => world.update({ candidate_email }),
      () => world.generate().then(({ link_token }) => link_token),
      () => world.regenerate().then(({ link_token }) => link_token),
      () => world.start(token),
    ]);

    const { interview } = await requireSound(world);
    expect([null, 'interview_started']).toContain(moved?.code);
    expect([null, 'link_invalid', 'link_replaced']).toContain(started?.code);
    if (moved?.code !== null) return;
    expect(interview.candidate_email).toBe(candidate_email);
    const live = (await world.generate()).link_token;
    for (const made of [token, generated?.made, regenerated?.made]) {
      if (made !== live) {
        expect(['link_invalid', 'link_replaced']).toContain(await codeOf(world.view(String(made))));
      }
    }
    expect((await world.view(live)).can_join).toBe(true);
  }));

it('a link that is made while the job or the address changes is for what they are then', () =>
  inAnyOrder(async (scheduler) => {
    const { world, race } = await racing(scheduler, { linked: false });
    const candidate_email = 'lovelace@example.com';

    const [generated, updated] = await race<unknown>([
      () => world.generate(),
      () => world.update({ candidate_email, job_title: 'Nurse' }),
    ]);

    expect(generated?.code).toBeNull();
    expect([null, 'has_link']).toContain(updated?.code);
    const { interview, link } = await requireSound(world);
    const wanted = updated?.code === null ? { candidate_email, job_title: 'Nurse' } : {};
    expect(interview).toMatchObject(wanted);
    expect(generated?.made).toMatchObject(wanted);
    expect(link).not.toBeNull();
    const [kit] = world
      .items()
      .filter(({ sk, kit_id }) => sk === 'KIT' && kit_id === interview.kit_id);
    expect(kit?.job_title).toBe(interview.job_title);
  }));

it('openings at the same moment as anything else are noted once, by the next if by none of these', () =>
  inAnyOrder(async (scheduler) => {
    vi.spyOn(logger, 'warn').mockReturnValue(undefined);
    const { world, race, token } = await racing(scheduler);
    const openings = async () => {
      const { interview, audit } = await requireSound(world);
      const noted = audit.filter(({ event }) => event === 'page_opened').length;
      expect(reported(world.items()).opened ?? 0).toBe(noted);
      expect(interview.opened_at !== undefined).toBe(noted === 1);
      return noted;
    };

    const [first, second] = await race<unknown>([
      () => world.view(token),
      () => world.view(token),
      () => world.start(token),
      () => world.update({ candidate_name: 'Countess' }),
    ]);

    expect([first?.code, second?.code]).toEqual([null, null]);
    expect([0, 1]).toContain(await openings());
    await world.view(token);
    expect(await openings()).toBe(1);
  }));
