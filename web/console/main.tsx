import { render } from 'preact';
import './style/console.css';
import { App } from './app.tsx';
import { loadRest } from './later.tsx';
import { followLinks } from './router.ts';

const root = document.getElementById('app');
followLinks();
if (root) {
  root.replaceChildren();
  render(<App />, root);
  loadRest();
}
