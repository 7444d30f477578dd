import type { ComponentChildren } from 'preact';
import type { ScreenName, ScreenOf, State } from './machine/state.ts';
import type { OnPage, Page } from './page.ts';
import { Frame } from './parts/frame.tsx';
import { Problem } from './parts/problem.tsx';
import { stepOf } from './runner/focus.ts';
import { ClosedScreen } from './screens/closed.tsx';
import { Complete } from './screens/complete.tsx';
import { FeedbackView } from './screens/feedback.tsx';
import { HelpView } from './screens/help.tsx';
import { NotOpenYet } from './screens/not-open-yet.tsx';
import { Notice } from './screens/notice.tsx';
import { OtherTab } from './screens/other-tab.tsx';
import { Pause } from './screens/pause.tsx';
import { Practice } from './screens/practice.tsx';
import { QuestionView } from './screens/question.tsx';
import { SeveralTexts } from './screens/several-texts.tsx';
import { Welcome } from './screens/welcome.tsx';

/** What draws each screen. */
const views: {
  [N in ScreenName]: (props: OnPage & { screen: ScreenOf<N> }) => ComponentChildren;
} = {
  loading: Pause,
  early: NotOpenYet,
  closed: ClosedScreen,
  elsewhere: OtherTab,
  welcome: Welcome,
  notice: Notice,
  practice: Practice,
  question: QuestionView,
  answered_elsewhere: SeveralTexts,
  feedback: FeedbackView,
  finishing: Pause,
  evaluating: Complete,
  complete: Complete,
};

const draw = <N extends ScreenName>(page: Page, screen: ScreenOf<N>) =>
  views[screen.name]({ page, screen });

const ScreenView = ({ page }: OnPage) => {
  const { screen, help } = page;
  return help ? <HelpView page={page} help={help} /> : draw(page, screen);
};

/** What the form of a screen does when it is sent, by its button or by Enter. */
const sends = ({ help, screen }: State) =>
  help ? 'help_send' : screen.name === 'notice' ? 'begin' : 'send';

/** The page drawn for a state: each screen is a form, which goes to the machine and nowhere else. */
export const App = ({ page }: OnPage) => (
  <Frame page={page}>
    {/* Nothing of one step stays in the next, least of all what a field can undo. */}
    <form
      key={stepOf(page)}
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        page.dispatch({ type: sends(page) });
      }}
    >
      <Problem page={page} />
      <ScreenView page={page} />
    </form>
  </Frame>
);
