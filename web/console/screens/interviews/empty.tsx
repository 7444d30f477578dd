import { to } from '../../router.ts';

const steps = [
  [
    'Make an interview kit',
    'Paste the job’s text. You get competencies, five questions and what to look for in each answer, and you change what you like. Every candidate of the job gets the same.',
  ],
  [
    'Add a candidate and a window',
    'A name, an e-mail address, and from when until when the link is open. Give at least 20 hours, so that everyone finds a good moment.',
  ],
  [
    'Copy the link and send it yourself',
    'Talaro writes to nobody. You see here when it is opened, started and finished. You decide.',
  ],
] as const;

/** How to begin, where there is no interview yet. */
export const NoneYet = () => (
  <section class="card empty" aria-labelledby="begin">
    <div>
      <h2 id="begin">Three steps to the first interview</h2>
      <p class="lede">About ten minutes, most of it reading what the kit asks.</p>
    </div>
    <ol>
      {steps.map(([title, text]) => (
        <li key={title}>
          <div>
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ol>
    <div class="actions">
      <a class="btn primary" href={to('/kits/new')}>
        Make a kit
      </a>
      <a class="btn" href={to('/interviews/new')}>
        New interview from a job’s text
      </a>
    </div>
  </section>
);

/** What was looked for, where nothing matches. */
export const NoneFound = ({ sought }: { sought: string }) => (
  <section class="card empty" aria-labelledby="none">
    <div role="status">
      <h2 id="none">No interview matches</h2>
      <p class="lede">Looked for: {sought}.</p>
    </div>
    <div class="actions">
      <a class="btn" href={to('/')}>
        Show every interview
      </a>
    </div>
  </section>
);
