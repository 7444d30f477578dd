import { Page } from '../../parts/page.tsx';

export const InterviewsScreen = () => <Page title="Interviews" />;
