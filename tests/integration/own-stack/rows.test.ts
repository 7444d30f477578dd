import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openApi } from '../../../shared/contract/open-api.ts';
import { type EndpointName, endpointNames, type Reply, rows } from '../../support/client.ts';
import { anAnswer, begin, finish, invite, newInterview, newKit } from '../../support/interviews.ts';
import { documentOf, refsIn } from '../../support/open-api.ts';
import { startTestStack } from '../../support/stack.ts';
import { holdQueue } from '../api/late.ts';
import { sampleRequests } from '../api/samples.ts';

const stack = await startTestStack();
const { api } = stack;
const recruiter = await api.logIn();
// Calls from the queue would be counted too.
holdQueue(stack);
beforeEach(() => void holdQueue(stack));
const samples = await sampleRequests(stack, recruiter);
const served = (await api.call('readSchema')).json();
// A schema of its own knows definitions, and no components.
const document = documentOf(served);
const definitions = JSON.stringify(openApi.components.schemas).replaceAll(
  'components/schemas',
  '$defs',
);
const $defs = JSON.parse(definitions);

/** Rows that want one of several fields, whichever. */
const oneOfAll: readonly EndpointName[] = [
  'refreshLogin',
  'logout',
  'updateUser',
  'updateInterview',
];
/** Rows whose body may be left out. */
const withoutBody: readonly EndpointName[] = ['cancelInterview'];

describe('the OpenAPI document', () => {
  it('is served as it is', () => {
    expect(served).toEqual(JSON.parse(JSON.stringify(openApi)));
  });

  it.each(endpointNames)('matches what %s returns and accepts', async (name) => {
    const { method, path, status } = rows[name];
    const { requestBody, responses } = document.paths[path]?.[method.toLowerCase() as 'get'] ?? {};
    const published = (content = {}) =>
      z.fromJSONSchema({ $ref: `#/$defs/${refsIn(content)[0]?.split('/').at(-1)}`, $defs });

    const reply = await api.call(name, samples[name]);

    expect(reply.status).toBe(status);
    expect(published(responses?.[status]?.content).safeParse(reply.json()).error).toBeUndefined();
    if (!requestBody) return;
    const taken = published(requestBody.content);
    expect(requestBody.required).toBe(!withoutBody.includes(name));
    expect(taken.safeParse(samples[name].body ?? {}).error).toBeUndefined();
    expect(taken.safeParse({}).success).toBe([...oneOfAll, ...withoutBody].includes(name));
  });
});

/** The calls that a request makes to the table: for interviews and jobs, and for the budget. */
const callsOf = async (request: () => Promise<Reply>) => {
  const calls: string[] = [];
  const budget: string[] = [];
  const off = stack.hear((service, operation, input, phase) => {
    if (service !== 'dynamodb' || phase !== 'before') return;
    const reads = operation === 'Query' && JSON.stringify(input).includes('BUDGET#');
    (reads ? budget : calls).push(operation);
  });
  (await request()).ok();
  off();
  return { calls, budget };
};

const write = ['Query', 'TransactWriteItems'];
/** Without a résumé no model is called for one interview alone. */
const bare = { resume_text: undefined };

/** A kit of its own, and a revision of it. */
const aKit = async () => {
  const { access } = recruiter;
  const { kit_id, questions } = (await api.call('createKit', { access, body: newKit() })).ok();
  return { params: { kit_id }, body: { version: 1, questions } };
};

describe('the round trips to the table', () => {
  const reading = endpointNames.filter(
    (name) => rows[name].uses.includes('table:read') && !rows[name].uses.includes('table:write'),
  );
  /** What is read side by side, and so counts once. */
  const together: Partial<Record<EndpointName, string[]>> = {
    // A kit's settings and the content of a version.
    getKit: ['Query', 'Query'],
    // The interview, its requests, its audit, and the names of people.
    getInterview: ['Query', 'Query', 'Query', 'Query'],
    exportInterview: ['Query', 'Query', 'Query', 'Query'],
    // Two partitions of each of five lists.
    listInterviews: Array.from({ length: 10 }, () => 'Query'),
    // Whether there is the interview, its audit, and the names.
    listAudit: ['GetItem', 'Query', 'Query'],
  };
  it.each(reading)('of %s are one', async (name) => {
    const { calls } = await callsOf(() => api.call(name, samples[name]));

    expect(calls.toSorted()).toEqual(together[name] ?? ['Query']);
  });

  const none = endpointNames.filter((name) => !rows[name].uses.some((use) => /^table:/.test(use)));
  it.each(none)('of %s are none', async (name) => {
    const { calls } = await callsOf(() => api.call(name, samples[name]));

    expect(calls).toEqual([]);
  });

  /** One after another; what stands together is done side by side and comes in any order. */
  type Steps = readonly (string | readonly string[])[];
  const inSteps = (calls: readonly string[], steps: Steps): Steps => {
    const left = [...calls];
    const taken = steps.map((step) =>
      typeof step === 'string' ? (left.shift() ?? '') : left.splice(0, step.length).toSorted(),
    );
    return [...taken, ...left];
  };
  const writing: [EndpointName, () => Promise<() => Promise<Reply>>, Steps][] = [
    ['createInterview', async () => () => recruiter.create(newInterview()), ['TransactWriteItems']],
    [
      'generateLink',
      async () => {
        // The kit is known, and has been spoken.
        stack.setVoice(true);
        await invite(stack, recruiter, bare);
        const { interview_id } = (await recruiter.create(newInterview(bare))).ok();
        return () => recruiter.generate(interview_id);
      },
      // The pointer of the job with the note of the session beside it, then its kit with the newest version.
      ['Query', ['GetItem', 'TransactWriteItems'], ['GetItem', 'Query'], 'TransactWriteItems'],
    ],
    [
      'regenerateLink',
      async () => {
        const { interview_id } = await invite(stack, recruiter, bare);
        return () => recruiter.regenerate(interview_id);
      },
      ['Query', ['GetItem', 'Query'], 'TransactWriteItems'],
    ],
    // The name, for those who read what this person did.
    ['login', async () => () => api.call('login', samples.login), ['PutItem']],
    ['inviteUser', async () => () => api.call('inviteUser', samples.inviteUser), ['PutItem']],
    ['updateUser', async () => () => api.call('updateUser', samples.updateUser), ['PutItem']],
    [
      'createKit',
      async () => () =>
        api.call('createKit', { access: recruiter.access, body: newKit({ job_title: 'New' }) }),
      // Whether its job has a kit, the lease on writing one, and another look under it.
      ['GetItem', 'UpdateItem', 'GetItem', 'TransactWriteItems', 'UpdateItem'],
    ],
    [
      'reviseKit',
      async () => {
        const { params, body } = await aKit();
        return () => api.call('reviseKit', { access: recruiter.access, params, body });
      },
      ['Query', 'Query', 'TransactWriteItems'],
    ],
    [
      'approveKit',
      async () => {
        const { params } = await aKit();
        const body = { version: 1 };
        return () => api.call('approveKit', { access: recruiter.access, params, body });
      },
      [['GetItem', 'Query'], 'TransactWriteItems'],
    ],
    [
      'archiveKit',
      async () => {
        const { params } = await aKit();
        const body = { archived: true };
        return () => api.call('archiveKit', { access: recruiter.access, params, body });
      },
      // The second one because its job has another kit.
      ['Query', 'Query', 'TransactWriteItems', 'TransactWriteItems'],
    ],
    [
      'speakQuestion',
      async () => {
        stack.setVoice(true);
        (await api.call('speakQuestion', samples.speakQuestion)).ok();
        return () => api.call('speakQuestion', samples.speakQuestion);
      },
      ['GetItem', 'GetItem'],
    ],
    [
      'updateInterview',
      async () => {
        const { interview_id } = await invite(stack, recruiter);
        return () => recruiter.update(interview_id, { candidate_email: 'new@example.com' });
      },
      write,
    ],
    [
      'cancelInterview',
      async () => {
        const { interview_id } = await invite(stack, recruiter);
        return () => recruiter.cancel(interview_id);
      },
      write,
    ],
    [
      'reviewInterview',
      async () => () => api.call('reviewInterview', samples.reviewInterview),
      // The interview and the names, side by side.
      ['Query', 'Query', 'TransactWriteItems'],
    ],
    // The interview, the request and the names, side by side; the sample was handled before.
    [
      'handleAccommodation',
      async () => () =>
        api.call('handleAccommodation', {
          ...samples.handleAccommodation,
          body: { handled: true, note: 'Moved by an hour.' },
        }),
      [['GetItem', 'Query', 'Query'], 'TransactWriteItems'],
    ],
    ['viewInterview', async () => (await invite(stack, recruiter)).view, write],
    ['startInterview', async () => (await invite(stack, recruiter)).start, write],
    [
      'saveDraft',
      async () => {
        const { draft, questions } = await begin(stack, recruiter);
        return () => draft(questions[0]?.id ?? '', 'Half a sentence', 1);
      },
      write,
    ],
    [
      'requestAccommodation',
      async () => {
        const { ask } = await invite(stack, recruiter);
        return () => ask('More time, please.');
      },
      write,
    ],
    [
      'submitResponse',
      async () => {
        const { submit } = await begin(stack, recruiter);
        return () => submit(anAnswer(1));
      },
      ['Query', 'TransactWriteItems', 'TransactWriteItems'],
    ],
    [
      'completeInterview',
      async () => {
        const { submit, complete } = await begin(stack, recruiter);
        (await submit(anAnswer(1))).ok();
        return complete;
      },
      ['Query', 'TransactWriteItems', 'TransactWriteItems'],
    ],
    // Without a key; the sample has one row, and asks for no link.
    [
      'createInterviews',
      async () => () => api.call('createInterviews', samples.createInterviews),
      ['TransactWriteItems'],
    ],
    [
      'eraseInterview',
      async () => {
        const { interview_id } = (await recruiter.create(newInterview(bare))).ok();
        return () =>
          api.call('eraseInterview', { access: recruiter.access, params: { interview_id } });
      },
      // The tombstone; the items that are left, of which there are more after a link; and off the list.
      ['Query', 'TransactWriteItems', 'Query', 'TransactWriteItems', 'Query', 'TransactWriteItems'],
    ],
    [
      'closeInterview',
      async () => {
        const { submit, interview_id } = await begin(stack, recruiter);
        (await submit(anAnswer(1))).ok();
        return () => recruiter.close(interview_id);
      },
      ['Query', 'TransactWriteItems', 'TransactWriteItems'],
    ],
    [
      'reEvaluateInterview',
      async () => {
        const { interview_id } = await finish(stack, recruiter);
        return () => recruiter.evaluate(interview_id);
      },
      write,
    ],
  ];
  it.each(writing)('of %s are as few as its changes need', async (_, prepare, expected) => {
    const request = await prepare();

    const { calls } = await callsOf(request);

    expect(inSteps(calls, expected)).toEqual(expected);
  });

  it('are counted for every row', () => {
    const counted = [...reading, ...none, ...writing.map(([name]) => name)];

    expect(counted.toSorted()).toEqual(endpointNames.toSorted());
  });

  it('of a repetition are only the read', async () => {
    const { view, start, submit, complete } = await begin(stack, recruiter);
    const answer = () => submit(anAnswer(1));
    for (const first of [view, answer]) (await first()).ok();

    const repeated = [await callsOf(view)];
    (await complete()).ok();
    for (const again of [start, answer, complete]) repeated.push(await callsOf(again));

    expect(repeated.map(({ calls }) => calls)).toEqual(Array(4).fill(['Query']));
  });

  it('for the budget are at most one every 30 s per function, whatever comes in', async () => {
    const { submit } = await begin(stack, recruiter);
    (await submit(anAnswer(1))).ok();

    const { budget } = await callsOf(() => submit(anAnswer(2)));

    expect(budget).toEqual([]);
  });
});
