import { Page } from '../../parts/page.tsx';
import { backTo } from '../../router.ts';
import { useSettings } from '../../settings.ts';
import { zoned } from './window.ts';

const List = () => (
  <p>
    <a href={backTo('/')}>To the interviews</a>
  </p>
);

/** What is left on the screen of an interview that was just erased. */
export const Erased = ({ at }: { at: string }) => (
  <Page title="Everything about this interview is erased">
    <div class="card narrow-start">
      <p>
        Since {zoned(at, useSettings().zone)}. Its link has stopped, and nothing is left to be read.
      </p>
      <List />
    </div>
  </Page>
);

/** Where there is no such interview, or none any more. */
export const NoInterview = ({ message }: { message: string }) => (
  <Page title="There is no interview at this address">
    <div class="card narrow-start">
      <p>{message}. If there was one, it has been erased.</p>
      <List />
    </div>
  </Page>
);
