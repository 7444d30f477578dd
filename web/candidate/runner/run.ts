import type { call } from '../api/call.ts';
import type { Effect, EffectType, Timer } from '../machine/effect.ts';
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
  const { device, player, tab, now } = around;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  // A link with another interview's id is refused: it shows what this device has of that, no more.
  const interview = referenceIn(around.token) ?? '';
  let state = initial;

  const dispatch = (event: Event): void => {
    const before = state;
    const step = next(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (state !== before) around.draw(state);
  };

  // A report from inside an event would overtake the drawing of that event.
  const deviceRefuses = () => queueMicrotask(() => dispatch({ type: 'device_refused' }));

  const performers: { [T in EffectType]: (effect: Effect<T>) => unknown } = {
    ask: async ({ call, content, leaving }) => {
      const outcome = await around.call(call, { ...content, link_token: around.token }, leaving);
      const event = { ...outcome, call, content, at: now() };
      // Where the page may have to show what only this device has.
      const isNeeded = call === 'start' || outcome.type === 'refused';
      const stored = isNeeded && (await device.stored(interview));
      // The body has the type of its call: the contract tests check that of the server.
      dispatch({ ...event, ...stored } as Event);
    },
    keep: ({ draft }) => device.keepDraft(interview, draft) || deviceRefuses(),
    forget: () => device.forgetDraft(interview),
    set_aside: ({ unsent }) => device.setAside(interview, unsent) || deviceRefuses(),
    prefer: ({ preferences }) => device.keep('sound', preferences),
    hold: ({ steal }) => tab.hold(interview, steal),
    release: tab.release,
    wait: ({ timer, ms }) => {
      clearTimeout(timers.get(timer));
      const fire = () => dispatch({ type: 'timer', timer, at: now() });
      timers.set(timer, setTimeout(fire, ms));
    },
    stop: ({ timer }) => clearTimeout(timers.get(timer)),
    play: player.play,
    pause: player.pause,
    translate: ({ language }) => around.translate(language),
  };

  const perform = <T extends EffectType>(effect: Effect<T>) => performers[effect.type](effect);

  dispatch({ type: 'boot', preferences: device.read('sound') });
  return dispatch;
};
