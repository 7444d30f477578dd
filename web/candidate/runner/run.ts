import type { call } from '../api/call.ts';
import type { Effect, Timer } from '../machine/effect.ts';
import type { Event } from '../machine/event.ts';
import { next } from '../machine/next.ts';
import { initial, type State } from '../machine/state.ts';
import { referenceIn } from '../reference.ts';
import type { Device } from './device.ts';
import type { Player } from './player.ts';
import type { Tab } from './tabs.ts';

/** What the page needs from its surroundings. */
export interface Surroundings {
  token: string;
  call: typeof call;
  device: Device;
  player: Player;
  tab: Tab;
  translate(language: string): void;
  /** Monotonic, in ms. */
  now(): number;
  /** Draws a state. */
  draw(state: State): void;
}

/** Starts the machine. Returns the function that takes events. */
export const run = (around: Surroundings): ((event: Event) => void) => {
  const { device, player, now } = around;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  let state = initial;

  const dispatch = (event: Event): void => {
    const before = state;
    const step = next(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (state !== before) around.draw(state);
  };

  const ask = async ({ call, content, leaving }: Extract<Effect, { type: 'ask' }>) => {
    const outcome = await around.call(call, { ...content, link_token: around.token }, leaving);
    const asked = { call, content, at: now() };
    const { interview_id = referenceIn(around.token) ?? '' } = content;
    if (outcome.kind === 'silence') {
      dispatch({ type: 'unreachable', ...asked, after: outcome.after });
    } else if (outcome.kind === 'refusal') {
      const { body } = outcome;
      const stored = body.code === 'link_expired' ? await device.stored(interview_id) : {};
      dispatch({ type: 'refused', ...asked, ...stored, body });
    } else {
      const stored = call === 'start' ? await device.stored(interview_id) : { kept: null };
      // The body has the type of its call: the contract tests check that of the server.
      dispatch({ type: `answer_${call}`, ...asked, ...stored, body: outcome.body } as Event);
    }
  };

  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case 'ask':
        void ask(effect);
        break;
      case 'keep':
        // A report from inside an event would overtake the drawing of that event.
        if (!device.keepDraft(effect.interview_id, effect.draft)) {
          queueMicrotask(() => dispatch({ type: 'device_refused' }));
        }
        break;
      case 'forget':
        device.forgetDraft(effect.interview_id);
        break;
      case 'set_aside':
        device.setAside(effect.interview_id, effect.unsent);
        break;
      case 'prefer':
        device.keep('sound', effect.preferences);
        break;
      case 'hold':
        around.tab.hold(effect.interview_id, effect.steal);
        break;
      case 'release':
        around.tab.release();
        break;
      case 'wait': {
        const { timer, ms } = effect;
        clearTimeout(timers.get(timer));
        const id = setTimeout(() => dispatch({ type: 'timer', timer, at: now() }), ms);
        timers.set(timer, id);
        break;
      }
      case 'stop':
        clearTimeout(timers.get(effect.timer));
        break;
      case 'play':
        player.play(effect.url, effect.rate, effect.restart);
        break;
      case 'pause':
        player.pause();
        break;
      case 'translate':
        around.translate(effect.language);
    }
  };

  dispatch({ type: 'boot', preferences: device.preferences() });
  return dispatch;
};
