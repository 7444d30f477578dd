import type { OnPage } from './page.ts';
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

const ScreenView = ({ page }: OnPage) => {
  const { screen, sending, help, writing } = page.state;
  if (help) return <HelpView page={page} help={help} />;
  switch (screen.name) {
    case 'loading':
      return <Loading page={page} />;
    case 'early':
      return <NotOpenYet page={page} screen={screen} />;
    case 'closed':
      return <ClosedScreen page={page} screen={screen} />;
    case 'elsewhere':
      return <OtherTab page={page} />;
    case 'welcome':
      return <Welcome page={page} />;
    case 'notice':
      return <Notice page={page} screen={screen} />;
    case 'practice':
      return <Practice page={page} screen={screen} />;
    case 'question':
      // An answer on its way is no longer to be chosen.
      return writing?.other && sending.phase !== 'sending' ? (
        <SeveralTexts page={page} question_id={writing.question_id} />
      ) : (
        <QuestionView page={page} screen={screen} />
      );
    case 'answered_elsewhere':
      return <SeveralTexts page={page} question_id={screen.question_id} />;
    case 'feedback':
      return <FeedbackView page={page} screen={screen} />;
    case 'finishing':
      return <Finishing page={page} screen={screen} />;
    case 'evaluating':
    case 'complete':
      return <Complete page={page} />;
  }
};

/** The page drawn for a state. */
export const App = ({ page }: OnPage) => (
  <Frame page={page}>
    {/* Nothing of one step stays in the next, least of all what a field can undo. */}
    <ScreenView key={stepOf(page)} page={page} />
  </Frame>
);
