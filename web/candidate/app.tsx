import type { ComponentChildren } from 'preact';
import type { ScreenName, ScreenOf, State } from './machine/state.ts';
import type { Page } from './page.ts';
import { frame } from './parts/frame.tsx';
import { errorSummary } from './parts/problem.tsx';
import { stepOf } from './runner/focus.ts';
import { closedScreen } from './screens/closed.tsx';
import { completeScreen } from './screens/complete.tsx';
import { feedbackScreen } from './screens/feedback.tsx';
import { helpScreen } from './screens/help.tsx';
import { notOpenYet } from './screens/not-open-yet.tsx';
import { noticeScreen } from './screens/notice.tsx';
import { otherTab } from './screens/other-tab.tsx';
import { pauseScreen } from './screens/pause.tsx';
import { practiceScreen } from './screens/practice.tsx';
import { questionScreen } from './screens/question.tsx';
import { severalTexts } from './screens/several-texts.tsx';
import { welcomeScreen } from './screens/welcome.tsx';

/** What draws each screen. */
const views: {
  [N in ScreenName]: (page: Page, screen: ScreenOf<N>) => ComponentChildren;
} = {
  loading: pauseScreen,
  early: notOpenYet,
  closed: closedScreen,
  elsewhere: otherTab,
  welcome: welcomeScreen,
  notice: noticeScreen,
  practice: practiceScreen,
  question: questionScreen,
  answered_elsewhere: severalTexts,
  feedback: feedbackScreen,
  finishing: pauseScreen,
  evaluating: completeScreen,
  complete: completeScreen,
};

const draw = <N extends ScreenName>(page: Page, screen: ScreenOf<N>) =>
  views[screen.name](page, screen);

/** What the form of a screen does when it is sent, by its button or by Enter. */
const sends = ({ help, screen }: State) =>
  help ? 'help_send' : screen.name === 'notice' ? 'begin' : 'send';

/** The page drawn for a state: each screen is a form, which goes to the machine and nowhere else. */
export const app = (page: Page) =>
  frame(
    page,
    /* Nothing of one step stays in the next, least of all what a field can undo. */
    <form
      key={stepOf(page)}
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        page.dispatch({ type: sends(page) });
      }}
    >
      {errorSummary(page)}
      {page.help ? helpScreen(page, page.help) : draw(page, page.screen)}
    </form>,
  );
