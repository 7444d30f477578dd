import { describe, expect, test } from 'vitest';
import { next } from '../../../web/candidate/machine/next.ts';
import type { State } from '../../../web/candidate/machine/state.ts';
import { events } from './events.ts';
import { answer, opened, result, sendingAnswer, session, states } from './states.ts';

const finishing = states.finishing as State;
const complete = states.complete as State;
const ask = expect.objectContaining({ type: 'ask', call: 'start' });

describe('the end', () => {
  test('asks for the server’s view, which has when each answer arrived', () => {
    const { state, effects } = next(finishing, events.answer_complete);

    expect(state.screen).toEqual({ name: 'complete', result });
    expect(effects).toContainEqual(ask);
  });

  test('takes these times, and stays where it is', () => {
    const responses = [{ ...answer('q1'), answered_at: '2026-11-24T13:09:00Z' }];
    const body = { ...session, ...result, responses };

    const { state } = next(complete, { ...events.answer_start, body });

    expect(state.screen).toMatchObject({ name: 'complete', result: { score: 72 } });
    expect(state.session?.responses).toContainEqual(responses[0]);
  });

  test('stays where it is if the server cannot be asked', () => {
    const lost = { ...events.unreachable, call: 'start' as const };

    expect(next(complete, lost)).toEqual({ state: complete, effects: [] });
  });

  test('stays where it is if the link ends just then', () => {
    const body = { code: 'link_expired' as const, expires_at: '2026-11-24T15:00:00Z' };
    const ended = { ...events.refused, call: 'start' as const, body };

    expect(next(complete, ended)).toEqual({ state: complete, effects: [] });
  });
});

test('until the server says when an answer arrived, it is now by the server’s clock', () => {
  const clock = Date.parse(opened.server_time) - 4_000;

  const { state } = next({ ...sendingAnswer(), clock }, { ...events.answer_submit, at: 9_000 });

  expect(state.session?.responses[0]?.answered_at).toBe('2026-11-24T13:00:05.000Z');
});
