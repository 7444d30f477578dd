import { render } from 'preact';
import type { Brand } from '../../shared/domain/brand.ts';
import { call } from './api/call.ts';
import { App } from './app.tsx';
import { loadBrand, paint } from './brand.ts';
import { interpreter } from './i18n/interpreter.ts';
import type { Event } from './machine/event.ts';
import { initial, type State } from './machine/state.ts';
import type { Page } from './page.ts';
import { referenceIn } from './reference.ts';
import { deviceIn } from './runner/device.ts';
import { durableIn } from './runner/durable.ts';
import { attend } from './runner/focus.ts';
import { playerOn } from './runner/player.ts';
import { run } from './runner/run.ts';
import { save } from './runner/save.ts';
import { tabHolder } from './runner/tabs.ts';
import './style/page.css';

const token = location.hash.slice(1);
const root = document.getElementById('app');
const device = deviceIn(
  () => localStorage,
  durableIn(() => indexedDB),
);
let state: State = initial;
let brand: Brand | null = null;

const dispatch = (event: Event): void => enter(event);
const speech = interpreter(device.language(), navigator.languages, () => draw());
const attention = attend(document);

const draw = (): void => {
  const spoken = speech.current();
  const { screen } = state;
  const isBrief = screen.name === 'loading' && !screen.slow && screen.sending.phase !== 'waiting';
  // Until there is something to say and the words for it, what was there before stays.
  if (!root || !spoken || isBrief) return;
  const page: Page = {
    state,
    speech: spoken,
    brand,
    reference: referenceIn(token),
    dispatch,
    chooseLanguage: (language) => {
      device.keep('language', language);
      speech.choose(language);
    },
    save,
  };
  render(<App page={page} />, root);
  attention(page);
};

const enter = run({
  token,
  call,
  device,
  player: playerOn(new Audio(), (status, url) => dispatch({ type: 'sound', status, url })),
  holdTab: tabHolder(navigator.locks, (happened) => dispatch({ type: happened })),
  speak: speech.speak,
  now: () => performance.now(),
  draw: (next) => {
    state = next;
    draw();
  },
});

void loadBrand().then((loaded) => {
  brand = loaded;
  if (brand) paint(brand, document.documentElement);
  draw();
});

addEventListener('online', () => dispatch({ type: 'online' }));
addEventListener('pagehide', () => dispatch({ type: 'hidden' }));
document.addEventListener('visibilitychange', () => dispatch({ type: document.visibilityState }));
// Another link pasted over this one is another interview.
addEventListener('hashchange', () => location.reload());
// Paper has nothing to unfold.
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
});
