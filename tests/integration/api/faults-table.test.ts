import { beforeEach, describe, expect, it } from 'vitest';
import { conflictFor } from '../../../local/dynamodb/fault.ts';
import { InjectedFault } from '../../../local/wire/fault.ts';
import type { Reply } from '../../support/client.ts';
import { anAnswer, begin, finish, invite, newInterview } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { endLeases, evaluateLate, holdQueue } from './late.ts';
import { expectErrorForm } from './refusals.ts';

const stack = await sharedTestStack();
const { api } = stack;
const recruiter = await api.logIn();

// The queue's work is for other tests: here it does nothing.
beforeEach(() => void holdQueue(stack));

type Kind = InjectedFault['kind'] | 'conflict';

interface Strike {
  /** The call of the request that fails, from 0. */
  at: number;
  phase: 'before' | 'after';
  kind: Kind;
  /** Whether all calls from there on fail, and all retries. */
  lasting?: boolean;
}

/** Makes the calls to the table that contain one of the texts fail. */
const strike = (texts: readonly string[], { at, phase, kind, lasting = false }: Strike) => {
  let call = -1;
  let struck = false;
  return stack.hear((service, _operation, input, now) => {
    const sent = service === 'dynamodb' ? JSON.stringify(input) : '';
    if (!texts.some((text) => sent.includes(text))) return;
    if (now === 'before') call++;
    const hit = lasting ? call >= at : call === at && !struck;
    if (!hit || now !== phase) return;
    struck = true;
    throw kind === 'conflict' ? conflictFor(input) : new InjectedFault(kind);
  });
};

/** The operations that a request makes on the table. */
const operationsOf = async (texts: readonly string[], request: () => Promise<Reply>) => {
  const operations: string[] = [];
  const off = stack.hear((service, operation, input, phase) => {
    const sent = JSON.stringify(input);
    if (service === 'dynamodb' && phase === 'before' && texts.some((text) => sent.includes(text))) {
      operations.push(operation);
    }
  });
  (await request()).ok();
  off();
  return operations;
};

interface Prepared {
  interview_id: string;
  /** The request during which the table fails. */
  request(): Promise<Reply>;
}

const first = (questions: { id: string }[]) => questions[0]?.id ?? '';

const idempotent: Record<string, () => Promise<Prepared>> = {
  start: async () => {
    const { interview_id, start } = await invite(stack, recruiter);
    return { interview_id, request: start };
  },
  draft: async () => {
    const { interview_id, draft, questions } = await begin(stack, recruiter);
    return { interview_id, request: () => draft(first(questions), 'Half a sentence', 1) };
  },
  accommodation: async () => {
    const { interview_id, ask } = await invite(stack, recruiter);
    return { interview_id, request: () => ask('More time, please.') };
  },
  submit: async () => {
    const { interview_id, submit, questions } = await begin(stack, recruiter);
    return { interview_id, request: () => submit(anAnswer(1), first(questions)) };
  },
  complete: async () => {
    const { interview_id, submit, complete } = await begin(stack, recruiter);
    (await submit(anAnswer(1))).ok();
    return { interview_id, request: complete };
  },
};

/** Requests whose repetition is another change: the last one counts. */
const repeated: Record<string, () => Promise<Prepared>> = {
  'regenerate before the start': async () => {
    const { interview_id } = await invite(stack, recruiter);
    return { interview_id, request: () => recruiter.regenerate(interview_id) };
  },
  'regenerate after the start': async () => {
    const { interview_id } = await begin(stack, recruiter);
    return { interview_id, request: () => recruiter.regenerate(interview_id) };
  },
  evaluate: async () => {
    const { interview_id } = await finish(stack, recruiter);
    return { interview_id, request: () => recruiter.evaluate(interview_id) };
  },
};

/** The state that an interview has reached, without its ids and times. */
const stateOf = async (interview_id: string) => {
  const read = (await recruiter.read(interview_id)).ok();
  return {
    status: read.status,
    session: read.session?.status ?? null,
    questions: read.questions.length,
    responses: read.responses.map(({ response_text, assessment_status }) => [
      response_text,
      assessment_status,
    ]),
    evaluations: read.evaluations.map(({ version, score }) => [version, score]),
    accommodations: read.accommodations.map(({ message }) => message),
    drafts: (await stack.table.itemsOf(interview_id, 'DRAFT')).map(({ text }) => text),
    audit: read.audit.map(({ event }) => event),
  };
};

/** The possible failures of each call: refused, or, if it is a write, done and its reply lost. */
const strikesOn = (operations: readonly string[], lasting: boolean): Strike[] =>
  operations.flatMap((operation, at): Strike[] => [
    { at, phase: 'before', kind: lasting ? 'unavailable' : 'throttle', lasting },
    ...(operation === 'Query' || operation === 'GetItem'
      ? []
      : [{ at, phase: 'after', kind: 'drop', lasting } as const]),
    ...(operation === 'TransactWriteItems' && !lasting
      ? [{ at, phase: 'before', kind: 'conflict', lasting } as const]
      : []),
  ]);

const named = (struck: Strike) => `${struck.kind} ${struck.phase} call ${struck.at}`;

describe('a table that fails once, at any call', { timeout: 120_000 }, () => {
  const all = Object.entries({ ...idempotent, ...repeated });
  it.each(all)('is not noticed by %s', async (name, prepare) => {
    const healthy = await prepare();
    const operations = await operationsOf([healthy.interview_id], healthy.request);
    const expected = await stateOf(healthy.interview_id);

    const found = await Promise.all(
      strikesOn(operations, false).map(async (struck) => {
        const { interview_id, request } = await prepare();
        strike([interview_id], struck);
        const { status } = await request();
        return [named(struck), status, await stateOf(interview_id)];
      }),
    );

    const status = name === 'evaluate' ? 202 : 200;
    for (const [what, answered, state] of found) {
      expect([what, answered]).toEqual([what, status]);
      expect([what, state]).toEqual([what, expected]);
    }
    expect(found.length).toBeGreaterThanOrEqual(4);
  });

  it('is not noticed by generate, with a new job at each call', async () => {
    const prepare = async (n: number | string) => {
      const job = { job_title: `Backend Engineer ${n}`, resume_text: undefined };
      const sent = newInterview(job);
      const { interview_id } = (await recruiter.create(sent)).ok();
      return { interview_id, request: () => recruiter.generate(interview_id) };
    };
    const healthy = await prepare('first');
    const operations = await operationsOf([healthy.interview_id, 'JOB#'], healthy.request);
    const expected = await stateOf(healthy.interview_id);

    for (const [n, struck] of strikesOn(operations, false).entries()) {
      const { interview_id, request } = await prepare(n);
      const off = strike([interview_id, 'JOB#'], struck);
      const { status } = await request();
      off();
      expect([named(struck), status]).toEqual([named(struck), 200]);
      expect(await stateOf(interview_id)).toEqual(expected);
    }
    expect(operations).toEqual([
      'Query',
      // The job's kit, under its lease, and beside it the note of the session.
      'GetItem',
      'TransactWriteItems',
      'UpdateItem',
      'GetItem',
      'TransactWriteItems',
      'UpdateItem',
      'TransactWriteItems',
    ]);
  });

  it('is not noticed by create', async () => {
    const strikes = strikesOn(['TransactWriteItems'], false);

    const made = await Promise.all(
      strikes.map(async (struck, n) => {
        const candidate_name = `Only one of ${n}`;
        strike([candidate_name], struck);
        return (await recruiter.create(newInterview({ candidate_name }))).ok().candidate_name;
      }),
    );

    const items = (await stack.table.scan()).filter(({ sk }) => sk === 'INTERVIEW');
    for (const name of made) {
      expect(items.filter(({ candidate_name }) => candidate_name === name)).toHaveLength(1);
    }
  });
});

describe('a table that fails from any call on', { timeout: 120_000 }, () => {
  it.each(Object.entries(idempotent))(
    'refuses %s cleanly or postpones the evaluation, and a retry ends as if nothing had happened',
    async (_, prepare) => {
      const healthy = await prepare();
      const operations = await operationsOf([healthy.interview_id], healthy.request);
      const expected = await stateOf(healthy.interview_id);

      await Promise.all(
        strikesOn(operations, true).map(async (struck) => {
          const { interview_id, request } = await prepare();
          const off = strike([interview_id], struck);
          const reply = await request();
          off();
          if (reply.status !== 200) expectErrorForm(reply, 500, 'internal_error');
          expect((await request()).status).toBe(200);
          await endLeases(stack, interview_id);
          await evaluateLate(interview_id);
          expect([named(struck), await stateOf(interview_id)]).toEqual([named(struck), expected]);
        }),
      );
    },
  );

  it.each(Object.entries(repeated))(
    'refuses %s cleanly, and a retry succeeds',
    async (name, prepare) => {
      const healthy = await prepare();
      const operations = await operationsOf([healthy.interview_id], healthy.request);

      await Promise.all(
        strikesOn(operations, true).map(async (struck) => {
          const { interview_id, request } = await prepare();
          const off = strike([interview_id], struck);
          const reply = await request();
          off();
          expectErrorForm(reply, 500, 'internal_error');
          expect((await request()).status).toBe(name === 'evaluate' ? 202 : 200);
          expect(await stateOf(interview_id)).toMatchObject({ questions: 3 });
        }),
      );
    },
  );

  it('leaves no half-made link behind', async () => {
    const states = await Promise.all(
      strikesOn(['Query', 'GetItem', 'TransactWriteItems'], true).map(async (struck) => {
        const { interview_id } = (await recruiter.create(newInterview())).ok();
        const off = strike([interview_id], struck);
        const reply = await recruiter.generate(interview_id);
        off();
        const { link, session, questions } = (await recruiter.read(interview_id)).ok();
        await endLeases(stack, interview_id);
        const retried = await recruiter.generate(interview_id);
        const kinds = [link.generation, session ? 1 : 0, questions.length / 3];
        return { failed: reply.status, kinds, retried: retried.status };
      }),
    );

    for (const { failed, kinds, retried } of states) {
      expect([200, 500]).toContain(failed);
      expect(new Set(kinds).size).toBe(1);
      expect(retried).toBe(200);
    }
  });
});
