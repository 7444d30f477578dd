import { Page } from '../../parts/page.tsx';

export const ReportsScreen = () => <Page title="Reports" />;
