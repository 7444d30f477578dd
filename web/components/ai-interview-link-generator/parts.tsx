/** @jsxImportSource react */
import type { ReactElement } from 'react';
import type { Labels } from './labels.ts';
import type { LinkView } from './props.ts';
import type { Step } from './use-link.ts';
import { type Manner, moment } from './wording.ts';

const icons = {
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  alert: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1',
};

const Icon = ({ name }: { name: keyof typeof icons }): ReactElement => (
  <svg className="talaro-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={icons[name]} />
  </svg>
);

interface Told {
  labels: Labels;
}

/** Answers are not checked, and what is no text is nothing that React could show. */
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Candidate, job and the end of the link, as far as they are known. */
export const Facts = ({
  known,
  labels,
  ...manner
}: Told & Manner & { known: Partial<LinkView> }): ReactElement | null => {
  const { candidate_name: name, job_title: job, expires_at: end } = known;
  const over = isText(end) && Date.parse(end) < Date.now();
  const rows = [
    ['candidate', isText(name) && <bdi>{name}</bdi>],
    ['job', isText(job) && <bdi>{job}</bdi>],
    [
      over ? 'ended' : 'worksUntil',
      known.public_interview_url && isText(end) && (
        // A server writes it in its own zone.
        <time dateTime={end} lang={manner.locale} suppressHydrationWarning>
          {moment(end, manner)}
        </time>
      ),
    ],
  ] as const;
  const shown = rows.filter(([, value]) => value);
  if (shown.length === 0) return null;
  return (
    <dl className="talaro-facts">
      {shown.map(([label, value]) => (
        <div key={label} className="talaro-fact">
          <dt>{labels[label]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What the button says. */
export const Word = ({
  url,
  failed,
  labels,
}: Told & { url: string | undefined; failed: boolean }): ReactElement => {
  if (url) {
    return (
      <>
        <Icon name="copy" />
        <span>{labels.copy}</span>
      </>
    );
  }
  return (
    <>
      <span hidden={failed}>{labels.generate}</span>
      <span hidden={!failed}>{labels.tryAgain}</span>
    </>
  );
};

const isApple = () => /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

/** What to do with the selected text: keys where there are some, else the finger. */
const HowToCopy = ({ labels }: Told): ReactElement => {
  if (!matchMedia('(any-pointer: fine)').matches) return <span>{labels.holdToCopy}</span>;
  const [before, after] = labels.pressKeys.split('{keys}');
  return (
    <span>
      {before}
      <kbd>{isApple() ? '⌘' : 'Ctrl'}</kbd> <kbd>C</kbd>
      {after}
    </span>
  );
};

/** What the status says at a step. */
export const Said = ({ step, labels }: Told & { step: Step }): ReactElement | null => {
  const said: Record<Step['at'], () => ReactElement | null> = {
    rest: () => null,
    working: () => null,
    slow: () => <span className="talaro-meta">{labels.working}</span>,
    made: () => <span className="talaro-away">{labels.made}</span>,
    copied: () => (
      <span className="talaro-st talaro-ok">
        <Icon name="check" />
        <span>{labels.copied}</span>
      </span>
    ),
    refused: () => (
      <>
        <span className="talaro-st talaro-warn">
          <Icon name="alert" />
          <span>{labels.notCopied}</span>
        </span>{' '}
        <HowToCopy labels={labels} />
      </>
    ),
    failed: () => (
      <span className="talaro-st talaro-bad">
        <Icon name="alert" />
        <span>{step.reason ?? labels.failed}</span>
      </span>
    ),
  };
  return said[step.at]();
};
