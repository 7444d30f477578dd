import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, describe, expect, it } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { Response } from '../../../shared/domain/session.ts';
import { AuditEvent } from '../../../shared/domain/transitions.ts';
import { AuditRow } from '../../../shared/table/audit.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { anAnswer, newInterview } from '../../support/interviews.ts';
import { startTestStack } from '../../support/stack.ts';
import { deliver, until } from '../api/late.ts';

const output = captureOutput();
afterAll(() => output.stop());
const stack = await startTestStack({ logs: 'INFO' });
const { api, table } = stack;
const secrets = new SecretsManagerClient({});
afterAll(() => secrets.destroy());
const recruiter = await api.logIn();

interface Write {
  pk: string;
  sk: string;
  /** The expression of an update, with the names in it. */
  update: string;
}
/** Every committed transaction, as the items that it wrote. */
const transactions: Write[][] = [];
const loneWrites: string[] = [];

type Sent = Record<string, { S?: string } | undefined>;
interface Action {
  Put?: { Item: Sent };
  Update?: {
    Key: Sent;
    UpdateExpression: string;
    ExpressionAttributeNames?: Record<string, string>;
  };
  Delete?: { Key: Sent };
}

const hearWrites = () =>
  stack.hear((service, operation, input, phase) => {
    if (service !== 'dynamodb' || phase !== 'after') return;
    if (/^(Put|Update|Delete|BatchWrite)Item$/.test(operation))
      loneWrites.push(JSON.stringify(input));
    if (operation !== 'TransactWriteItems') return;
    const { TransactItems } = input as { TransactItems: Action[] };
    transactions.push(
      TransactItems.flatMap(({ Put, Update, Delete }) => {
        const key = Put?.Item ?? Update?.Key ?? Delete?.Key;
        const { UpdateExpression = '', ExpressionAttributeNames: names = {} } = Update ?? {};
        const update = UpdateExpression.replaceAll(/#\w+/g, (alias) => names[alias] ?? alias);
        // Leases come and go beside what happens to an interview.
        const isLease = update === 'SET lease_until = :until, lease_by = :by';
        return key && !isLease ? [{ pk: key.pk?.S ?? '', sk: key.sk?.S ?? '', update }] : [];
      }),
    );
  });

/** Personal data that must be only where it belongs. */
const person = {
  name: 'Wilhelmina Okonkwo-Reyes',
  email: 'w.okonkwo-reyes@example.com',
  resume: 'eleven years at a lighthouse authority, keeping the lamps in order',
  answers: [1, 2, 3, 4].map((n) => `${anAnswer(n)} It was at the harbour office, pier ${n}.`),
  draft: 'Half a sentence about a hovercraft',
  request: 'I would like to answer on paper because of my tremor',
  note: 'Paper is fine, the tremor is known to us',
  review: 'Knows every lighthouse by its light',
};
const tokens: string[] = [recruiter.access];
const machine = await stack.cognito.createMachineClient('audit', ['talaro/read']);

/** An interview in which everything happens that can happen, failures included. */
const story = async (): Promise<string> => {
  hearWrites();
  const { interview_id } = (
    await recruiter.create(
      newInterview({
        candidate_name: person.name,
        candidate_email: person.email,
        resume_text: person.resume,
        follow_ups: 1,
      }),
    )
  ).ok();
  const linked = async (how: 'generate' | 'regenerate') => {
    const link = (await recruiter[how](interview_id)).ok();
    tokens.push(link.link_token);
    return api.candidate(link);
  };
  const first = await linked('generate');
  const second = await linked('regenerate');
  (await second.view()).ok();
  await first.start();
  const { current_question_id } = (await second.start()).ok();
  (await recruiter.update(interview_id, { decision_by: '2030-01-01' })).ok();
  const { accommodation_id } = (await second.ask(person.request)).ok();
  const asked = { access: recruiter.access, params: { interview_id, accommodation_id } };
  const handled = { ...asked, body: { handled: true, note: person.note } };
  (await api.call('handleAccommodation', handled)).ok();
  (await second.draft(current_question_id ?? '', person.draft, 1)).ok();
  const poor = person.answers[0]?.slice(-40) ?? '';
  (await second.submit(poor)).ok();
  const third = await linked('regenerate');
  await second.submit(person.answers[1] ?? '');
  const off = stack.hear((service) => {
    if (service === 'dynamodb') throw new InjectedFault('access-denied');
  });
  await third.submit(person.answers[1] ?? '');
  off();
  stack.bedrock.setFault('refuse');
  (await third.submit(person.answers[1] ?? '')).ok();
  stack.bedrock.setFault(null);
  (await third.submit(person.answers[2] ?? '')).ok();
  (await third.submit(person.answers[3] ?? '')).ok();
  await third.submit('x'.repeat(20_001));
  await api.call('login', { body: { email: person.email, password: 'a wrong password' } });
  await api.call('issueToken', { body: { ...machine, scope: 'talaro/write' } });
  tokens.push((await api.call('issueToken', { body: machine })).ok().access);
  (await third.complete()).ok();
  (await recruiter.evaluate(interview_id)).ok();
  await until(async () => (await recruiter.read(interview_id)).ok().evaluations.length === 2);
  (await recruiter.review(interview_id, { decision: 'advance', reason: person.review })).ok();
  return interview_id;
};

/** The state that the audit rows add up to. */
const replay = (rows: readonly AuditRow[]) => {
  const state = {
    status: '',
    generation: 0,
    accommodations: [] as unknown[],
    answered: [] as [order: number, response_id: unknown][],
    assessed: [] as [order: number, status: unknown][],
    followUps: [] as unknown[],
    evaluations: [] as unknown[],
  };
  for (const { event, facts } of rows) {
    if (event === 'interview_created') state.status = String(facts.status);
    if (event.startsWith('link_')) state.generation = Number(facts.generation);
    if (event === 'interview_started' || event === 'interview_completed') {
      if (facts.from !== state.status) throw new Error(`${event} from ${state.status}`);
      state.status = String(facts.to);
    }
    if (event === 'accommodation_requested') state.accommodations.push(facts.accommodation_id);
    if (event === 'answer_stored') state.answered.push([Number(facts.question), facts.response_id]);
    if (event === 'answer_assessed') {
      state.assessed.push([Number(facts.question), facts.status]);
      if (facts.follow_up !== null) state.followUps.push(facts.follow_up);
    }
    if (event === 'evaluation_stored') state.evaluations.push([facts.version, facts.score]);
  }
  return state;
};

const interview_id = await story();
const items = await table.itemsOf(interview_id);
const ofKind = (kind: string) => items.filter(({ sk }) => String(sk).split('#', 1)[0] === kind);
const rows = ofKind('AUDIT').map((item) => AuditRow.parse(item));

describe('the audit', () => {
  it('has one row for each change, in the transaction that makes it', () => {
    // A kit is no interview's.
    const ofInterviews = transactions.filter((writes) =>
      writes.some(({ pk }) => pk.startsWith('INTERVIEW#')),
    );
    const changing = ofInterviews.map((writes) => ({
      audits: writes.filter(({ sk }) => sk.startsWith('AUDIT#')).length,
      changes: writes.filter(
        ({ pk, sk }) =>
          pk.startsWith('INTERVIEW#') && !/^(AUDIO#|AUDIT#|DRAFT#|UNUSED|COUNTED)/.test(sk),
      ),
      spent: writes.some(({ sk }) => sk === 'UNUSED'),
      asides: writes.filter(({ sk }) => /^(AUDIO#|DRAFT#|UNUSED)/.test(sk)).length,
    }));

    for (const { audits, changes, asides, spent } of changing) {
      // A draft alone, sound to come, or money spent for nothing, is not a change of state.
      // That it was spent adds to the revision of the interview too.
      const isAside =
        asides > 0 && changes.every(({ update }) => spent && /^ADD revision :\w+$/.test(update));
      expect(audits).toBe(isAside ? 0 : 1);
    }
    expect(changing.length).toBeGreaterThan(12);
    expect(rows).toHaveLength(changing.filter(({ audits }) => audits === 1).length);
    for (const write of loneWrites) {
      if (!write.includes('lease_by')) expect(write).not.toContain('INTERVIEW#');
    }
  });

  it('contains every kind of event after this interview', () => {
    const events = new Set(rows.map(({ event }) => event));

    // An erasure leaves no other row: see erasure.test.ts. What is cancelled is never completed.
    const elsewhere = ['interview_erased', 'interview_cancelled'];
    const all = AuditEvent.options.filter((event) => !elsewhere.includes(event));
    expect([...events].toSorted()).toEqual(all.toSorted());
  });

  it('reproduces the stored state when it is replayed', () => {
    const replayed = replay(rows);

    const byOrder = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b;
    expect({
      ...replayed,
      answered: replayed.answered.toSorted(byOrder),
      assessed: replayed.assessed.toSorted(byOrder),
    }).toEqual({
      status: ofKind('INTERVIEW')[0]?.status,
      generation: ofKind('LINK')[0]?.generation,
      accommodations: ofKind('ACCOMMODATION').map(({ accommodation_id }) => accommodation_id),
      answered: ofKind('RESPONSE').map(({ order, response_id }) => [order, response_id]),
      assessed: ofKind('RESPONSE').map((item) => {
        const { order, assessment } = Response.parse(item);
        return [order, assessment?.status];
      }),
      followUps: ofKind('QUESTION').flatMap(({ order, follow_up_to }) =>
        follow_up_to ? [order] : [],
      ),
      evaluations: ofKind('EVALUATION').map(({ version, score }) => [version, score]),
    });
  });

  it('names the actor by id', () => {
    const actors = new Map(rows.map(({ event, actor }) => [event, actor]));

    expect(actors.get('link_regenerated')).toMatch(/^recruiter:[0-9a-f-]{36}$/);
    expect(actors.get('answer_stored')).toBe('candidate');
    expect(actors.get('evaluation_stored')).toBe('system');
  });
});

/** The kinds of item, for example `RESPONSE`, in which a text appears. */
const kindsWith = async (text: string) => {
  const written = JSON.stringify(text).slice(1, -1);
  const found = (await table.scan()).filter((item) => JSON.stringify(item).includes(written));
  return [...new Set(found.map(({ sk }) => String(sk).split('#', 1)[0]))].toSorted();
};

describe('the table', () => {
  it('contains no token and no key, whatever has happened', async () => {
    const { SecretString } = await secrets.send(
      new GetSecretValueCommand({ SecretId: stack.names.linkKeys }),
    );
    const key = JSON.parse(SecretString ?? '{}')['1'];

    const dump = JSON.stringify(await table.scan());

    expect(tokens).toHaveLength(5);
    for (const token of tokens) expect(dump).not.toContain(token);
    expect(dump).not.toMatch(/[\w-]{110}/);
    expect(key).toMatch(/^[\w-]{64}$/);
    expect(dump).not.toContain(key);
    expect(output.text()).not.toContain(key);
  });

  it('contains personal data only where it belongs', async () => {
    const whole = person.answers[1] ?? '';
    const sentence = whole.slice(whole.indexOf('The latency'), whole.indexOf(' It was at'));

    expect(await kindsWith(person.name)).toEqual(['INTERVIEW']);
    expect(await kindsWith(person.email)).toEqual(['INTERVIEW']);
    expect(await kindsWith(person.resume)).toEqual(['BRIEF']);
    expect(await kindsWith(person.request)).toEqual(['ACCOMMODATION']);
    expect(await kindsWith(person.note)).toEqual(['ACCOMMODATION']);
    expect(await kindsWith(person.review)).toEqual(['DECISION']);
    expect(await kindsWith(person.draft)).toEqual([]);
    expect(await kindsWith(whole)).toEqual(['RESPONSE']);
    // Quotes are evidence, and appear in the evaluation.
    expect(['RESPONSE', 'EVALUATION,RESPONSE']).toContain(String(await kindsWith(sentence)));
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toMatch(/harbour|hovercraft|tremor|lighthouse|okonkwo/i);
    }
  });
});

describe('the log of it all', () => {
  it('says of an evaluation that fails whose it is, and for how long it has waited', async () => {
    stack.bedrock.setFault('unavailable');
    await deliver(JSON.stringify({ interview_id, version: 3 }));
    stack.bedrock.setFault(null);
    await deliver('no request');

    const failed = output.lines().filter(({ message }) => message === 'late evaluation failed');

    expect(failed.slice(-2)).toMatchObject([
      { interview_id, waiting_s: expect.any(Number) },
      { waiting_s: expect.any(Number) },
    ]);
  });

  it('has a line for each request, and nothing of its contents', () => {
    const log = output.text();

    const named = new Set(output.lines().map(({ endpoint }) => endpoint));
    for (const endpoint of [
      'create-interview',
      'generate-link',
      'submit-response',
      'login',
      'issue-token',
    ]) {
      expect(named).toContain(endpoint);
    }
    expect(log).toContain('request failed');
    expect(log).toContain('evaluation postponed');
    expect(log).toContain('late evaluation');
    expect(log).toContain(interview_id);
    for (const token of [...tokens, machine.client_secret]) expect(log).not.toContain(token);
    expect(log).not.toMatch(
      /harbour|hovercraft|tremor|lighthouse|okonkwo|wrong password|admin123/i,
    );
    expect(log).not.toMatch(/EXPLAIN|Backend Engineer|latency|x{50}/);
  });
});
