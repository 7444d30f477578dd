import type { call } from '../api/call.ts';
import type { Opened, Result, Started, Submitted } from '../api/replies.ts';
import type { Call, Effect, Timer } from '../machine/effect.ts';
import type { Event } from '../machine/event.ts';
import { next } from '../machine/next.ts';
import { initial, type State } from '../machine/state.ts';
import type { Device } from './device.ts';
import type { Player } from './player.ts';

/** What the page needs of its surroundings. */
export interface Surroundings {
  token: string;
  noticeVersion: string;
  call: typeof call;
  device: Device;
  player: Player;
  holdTab(interview_id: string, steal: boolean): void;
  speak(language: string): void;
  /** Monotonic, in ms. */
  now(): number;
  /** Draws a state. */
  draw(state: State): void;
}

/** Starts the machine. Returns the way in for events. */
export const run = (around: Surroundings): ((event: Event) => void) => {
  let state = initial;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  const dispatch = (event: Event): void => {
    const step = next(state, event);
    const isChanged = step.state !== state;
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (isChanged) around.draw(state);
  };

  const ask = async <T>(
    name: Call,
    content: Record<string, unknown>,
    onAnswer: (body: T, at: number) => Event,
    question_id?: string,
    leaving = false,
  ): Promise<void> => {
    const outcome = await around.call<T>(name, { link_token: around.token, ...content }, leaving);
    const which = { call: name, ...(question_id && { question_id }) };
    const at = around.now();
    if (outcome.kind === 'answer') dispatch(onAnswer(outcome.body, at));
    else if (outcome.kind === 'refusal') {
      dispatch({ type: 'refused', ...which, body: outcome.body, at });
    } else dispatch({ type: 'unreachable', ...which, after: outcome.after });
  };

  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case 'open':
        void ask<Opened>('open', {}, (body, at) => ({ type: 'opened', body, at }));
        return;
      case 'start': {
        const { interview_id } = effect;
        const notice = effect.notice && { notice_version: around.noticeVersion };
        void ask<Started>('start', { interview_id, ...notice }, (body, at) => {
          return { type: 'started', body, at, kept: around.device.draft(interview_id) };
        });
        return;
      }
      case 'submit': {
        const { session_id, question_id, text } = effect;
        void ask<Submitted>(
          'submit',
          { session_id, question_id, response_text: text },
          (body) => ({ type: 'submitted', question_id, body }),
          question_id,
        );
        return;
      }
      case 'complete':
        void ask<Result>('complete', { session_id: effect.session_id }, (body) => {
          return { type: 'completed', body };
        });
        return;
      case 'save_draft': {
        const { session_id, draft, leaving } = effect;
        const { question_id, text, version } = draft;
        void ask<{ saved_at: string }>(
          'draft',
          { session_id, question_id, text, version },
          ({ saved_at }) => ({ type: 'draft_saved', question_id, version, saved_at }),
          question_id,
          leaving,
        );
        return;
      }
      case 'ask_help':
        void ask('help', effect.help, () => ({ type: 'help_sent' }));
        return;
      case 'keep':
        // A report from inside an event would overtake the drawing of that event.
        if (!around.device.keepDraft(effect.interview_id, effect.draft)) {
          queueMicrotask(() => dispatch({ type: 'device_refused' }));
        }
        return;
      case 'forget':
        around.device.forgetDraft(effect.interview_id);
        return;
      case 'keep_preferences':
        around.device.keepPreferences(effect.preferences);
        return;
      case 'hold_tab':
        around.holdTab(effect.interview_id, effect.steal);
        return;
      case 'wait':
        clearTimeout(timers.get(effect.timer));
        timers.set(
          effect.timer,
          setTimeout(
            () => dispatch({ type: 'timer', timer: effect.timer, at: around.now() }),
            effect.ms,
          ),
        );
        return;
      case 'stop':
        clearTimeout(timers.get(effect.timer));
        return;
      case 'play':
        around.player.play(effect.url, effect.rate, effect.restart);
        return;
      case 'pause':
        around.player.pause();
        return;
      case 'speak':
        around.speak(effect.language);
    }
  };

  dispatch({ type: 'boot', preferences: around.device.preferences() });
  return dispatch;
};
