/** @jsxImportSource react */
import { useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { AIInterviewLinkGenerator, type LinkView } from '../index.tsx';
import { type Specimen, specimens } from './specimens.ts';

/** Stands in for the browser's clipboard during one press: a page that opens copies nothing. */
const standIn = (writeText: () => Promise<void>) => {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  setTimeout(() => Reflect.deleteProperty(navigator, 'clipboard'));
};

const copies = () => Promise.resolve();
const refuses = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));

const Shown = ({ name, about, press, refuse, generate, initial }: Specimen) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!press) return;
    standIn(copies);
    place.current?.querySelector('button')?.click();
  }, [press]);
  return (
    <section aria-label={name}>
      <div>
        <h2>{name}</h2>
        <p>{about}</p>
      </div>
      <div ref={place} onClickCapture={() => refuse && standIn(refuses)}>
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

const place = document.querySelector('#specimens');
if (place) {
  createRoot(place).render(
    specimens.map((specimen) => <Shown key={specimen.name} {...specimen} />),
  );
}
