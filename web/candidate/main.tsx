import { run } from './runner/run.ts';

// The machine first and the views last, each in one piece: gzip finds what repeats within 32 KiB.

import { render } from 'preact';
import { call } from './api/call.ts';
import { localeLoader } from './i18n/locale-loader.ts';
import { depthOf } from './machine/back.ts';
import { initial, type State } from './machine/state.ts';
import type { Page } from './page.ts';
import { referenceIn } from './reference.ts';
import { backSteps } from './runner/back.ts';
import { deviceIn } from './runner/device.ts';
import { durableIn } from './runner/durable.ts';
import { attend } from './runner/focus.ts';
import { playerOn } from './runner/player.ts';
import { save } from './runner/save.ts';
import { tabHolder } from './runner/tabs.ts';
import { keepTranslatable } from './runner/translated.ts';
import './style/page.css';
import { app } from './app.tsx';

const token = location.hash.slice(1);
const root = document.getElementById('app');
const device = deviceIn(
  () => localStorage,
  durableIn(() => indexedDB),
);
let state: State = initial;

const locale = localeLoader(device.read('language'), navigator.languages, () => draw());
const attention = attend();
const steps = backSteps(() => dispatch({ type: 'back' }));
keepTranslatable();

const draw = (): void => {
  const translator = locale.current();
  const { screen, sending } = state;
  const isBrief = screen.name === 'loading' && !sending.stage && !sending.failures;
  // The previous content stays until there is something to show and a catalogue for it.
  if (!root || !translator || isBrief) return;
  const page: Page = {
    ...translator,
    ...state,
    reference: referenceIn(token),
    dispatch,
    chooseLanguage: (language) => {
      device.keep('language', language);
      locale.choose(language);
    },
    save,
  };
  render(app(page), root);
  attention(page);
};

const dispatch = run({
  token,
  call,
  device,
  player: playerOn(new Audio(), (status, url) => dispatch({ type: 'sound', status, url })),
  tab: tabHolder(navigator.locks, (happened) => dispatch({ type: happened })),
  translate: locale.translate,
  now: () => performance.now(),
  draw: (next) => {
    state = next;
    steps(depthOf(state));
    draw();
  },
});

addEventListener('online', () => dispatch({ type: 'online' }));
addEventListener('pagehide', () => dispatch({ type: 'hidden' }));
document.addEventListener('visibilitychange', () => dispatch({ type: document.visibilityState }));
// Another link pasted over this one opens another interview.
addEventListener('hashchange', () => location.reload());
// Nothing can be unfolded on paper.
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
});
