import { Page } from '../../parts/page.tsx';

export const InterviewScreen = () => <Page title="Interview" />;
