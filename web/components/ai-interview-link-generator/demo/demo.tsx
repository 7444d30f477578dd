/** @jsxImportSource react */
import { useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { AIInterviewLinkGenerator, type LinkView } from '../index.tsx';
import { type Specimen, specimens } from './specimens.ts';

/** Stands in for the browser's clipboard during one press, so that a page load copies nothing. */
const pressWith = (writeText: () => Promise<void>, press: () => void) => {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  press();
  Reflect.deleteProperty(navigator, 'clipboard');
};

const copies = () => Promise.resolve();
const refuses = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));

const Shown = ({ name, about, press, generate, initial }: Specimen) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (press) pressWith(copies, () => place.current?.querySelector('button')?.click());
  }, [press]);
  return (
    <section aria-label={name}>
      <div>
        <h2>{name}</h2>
        <p>{about}</p>
      </div>
      <div ref={place}>
        <AIInterviewLinkGenerator<LinkView>
          interviewId={name}
          generate={generate}
          initial={initial}
          timeZone="Europe/Berlin"
        />
      </div>
    </section>
  );
};

// Before React's own listener: the press that follows finds a clipboard that refuses.
addEventListener(
  'click',
  ({ target }) => {
    const within = target instanceof Element && target.closest('section');
    if (within && within.getAttribute('aria-label') === 'Copy refused') {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: refuses },
        configurable: true,
      });
      setTimeout(() => Reflect.deleteProperty(navigator, 'clipboard'));
    }
  },
  { capture: true },
);

const place = document.querySelector('#specimens');
if (place) {
  createRoot(place).render(
    specimens.map((specimen) => <Shown key={specimen.name} {...specimen} />),
  );
}
