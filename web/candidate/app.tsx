import type { ComponentChildren } from 'preact';
import type { ScreenName, ScreenOf } from './machine/state.ts';
import type { OnPage, Page } from './page.ts';
import { Frame } from './parts/frame.tsx';
import { stepOf } from './runner/focus.ts';
import { ClosedScreen } from './screens/closed.tsx';
import { Complete } from './screens/complete.tsx';
import { FeedbackView } from './screens/feedback.tsx';
import { Finishing } from './screens/finishing.tsx';
import { HelpView } from './screens/help.tsx';
import { Loading } from './screens/loading.tsx';
import { NotOpenYet } from './screens/not-open-yet.tsx';
import { Notice } from './screens/notice.tsx';
import { OtherTab } from './screens/other-tab.tsx';
import { Practice } from './screens/practice.tsx';
import { QuestionView } from './screens/question.tsx';
import { SeveralTexts } from './screens/several-texts.tsx';
import { Welcome } from './screens/welcome.tsx';

/** What draws each screen. */
const views: {
  [N in ScreenName]: (props: OnPage & { screen: ScreenOf<N> }) => ComponentChildren;
} = {
  loading: Loading,
  early: NotOpenYet,
  closed: ClosedScreen,
  elsewhere: OtherTab,
  welcome: Welcome,
  notice: Notice,
  practice: Practice,
  question: QuestionView,
  answered_elsewhere: SeveralTexts,
  feedback: FeedbackView,
  finishing: Finishing,
  evaluating: Complete,
  complete: Complete,
};

const draw = <N extends ScreenName>(page: Page, screen: ScreenOf<N>) =>
  views[screen.name]({ page, screen });

const ScreenView = ({ page }: OnPage) => {
  const { screen, help } = page.state;
  return help ? <HelpView page={page} help={help} /> : draw(page, screen);
};

/** The page drawn for a state. */
export const App = ({ page }: OnPage) => (
  <Frame page={page}>
    {/* Nothing of one step stays in the next, least of all what a field can undo. */}
    <ScreenView key={stepOf(page)} page={page} />
  </Frame>
);
