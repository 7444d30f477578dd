import { Page } from '../../parts/page.tsx';

export const NewInterviewScreen = () => <Page title="New interview" />;
