/** @jsxImportSource react */

import Adapted from 'adapter-of-the-readme';
import { type ComponentProps, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// The build of this page puts the package in its place.
import { AIInterviewLinkGenerator } from '../../../web/components/ai-interview-link-generator/index.tsx';

type Props = Omit<ComponentProps<typeof AIInterviewLinkGenerator>, 'generate' | 'onGenerated'>;

interface Call {
  id: string;
  aborted: () => boolean;
  give: (link: unknown) => void;
  fail: (error: unknown) => void;
}

const calls: Call[] = [];
const told: unknown[] = [];
const generate = (id: string, { signal }: { signal: AbortSignal }) =>
  new Promise<never>((give, fail) => {
    calls.push({ id, give: give as (link: unknown) => void, fail, aborted: () => signal.aborted });
  });
const root = createRoot(document.querySelector('#root') ?? document.body);

/** What the tests do to the page, which plays the one that uses the component. */
const linkPage = {
  calls,
  told,
  show: (props: Props) =>
    root.render(
      <StrictMode>
        <AIInterviewLinkGenerator
          {...props}
          generate={generate}
          onGenerated={(link) => told.push(link)}
        />
      </StrictMode>,
    ),
  showAdapted: (interviewId: string) => root.render(<Adapted interviewId={interviewId} />),
  leave: () => root.render(null),
};

declare global {
  interface Window {
    linkPage: typeof linkPage;
  }
}
window.linkPage = linkPage;
