import { agree, begin, boot, opened, tabHeld, tabLost, takeOver, tick } from './arrival.ts';
import * as draft from './draft.ts';
import type { Step } from './effect.ts';
import type { Event, EventOf } from './event.ts';
import * as help from './help.ts';
import * as practice from './practice.ts';
import { refused } from './refusal.ts';
import { send, submitted } from './sending.ts';
import { completed, proceed, started } from './session.ts';
import * as sound from './sound.ts';
import type { State } from './state.ts';
import { again, slow, unreachable } from './trouble.ts';

const timer = (state: State, event: EventOf<'timer'>): Step => {
  switch (event.timer) {
    case 'slow':
      return slow(state);
    case 'retry':
      return again(state);
    case 'tick':
      return tick(state, event.at);
    case 'rest':
    case 'limit':
      return draft.flush(state);
  }
};

/**
 * The candidate's page as a pure function: what it becomes after an event, and what is to be done.
 * An event that means nothing in a state leaves it as it is.
 */
export const next = (state: State, event: Event): Step => {
  switch (event.type) {
    case 'boot':
      return boot(state, event);
    case 'opened':
      return opened(state, event);
    case 'started':
      return started(state, event);
    case 'submitted':
      return submitted(state, event);
    case 'completed':
      return completed(state, event);
    case 'draft_saved':
      return draft.draftSaved(state, event);
    case 'help_sent':
      return help.helpSent(state);
    case 'refused':
      return refused(state, event);
    case 'unreachable':
      return unreachable(state, event);
    case 'timer':
      return timer(state, event);
    case 'online':
    case 'visible':
    case 'try_now':
      return again(state);
    case 'hidden':
      return draft.flush(state, true);
    case 'tab_held':
      return tabHeld(state);
    case 'tab_refused':
    case 'tab_lost':
      return tabLost(state);
    case 'take_over':
      return takeOver(state);
    case 'device_refused':
      return draft.deviceRefused(state);
    case 'agree':
      return agree(state, event.agreed);
    case 'begin':
      return begin(state);
    case 'typed':
      return draft.typed(state, event.text);
    case 'use_other':
      return draft.useOther(state);
    case 'keep_mine':
      return draft.keepMine(state);
    case 'send':
      return send(state);
    case 'continue':
      return proceed(state);
    case 'practise':
      return practice.practise(state);
    case 'practise_typed':
      return practice.practiseTyped(state, event.text);
    case 'practise_send':
      return practice.practiseSend(state);
    case 'practise_leave':
      return practice.practiseLeave(state);
    case 'help_open':
      return help.openHelp(state);
    case 'help_close':
      return help.closeHelp(state);
    case 'help_kind':
      return help.changeHelp(state, { kind: event.kind });
    case 'help_message':
      return help.changeHelp(state, { message: event.message });
    case 'help_send':
      return help.sendHelp(state);
    case 'play':
      return sound.playOrPause(state, event);
    case 'replay':
      return sound.replay(state, event);
    case 'sound':
      return sound.heard(state, event);
    case 'prefer':
      return sound.prefer(state, event);
  }
};
