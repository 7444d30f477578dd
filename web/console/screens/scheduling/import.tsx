import { Page } from '../../parts/page.tsx';

export const ImportScreen = () => <Page title="Import" />;
