import { Page } from '../../parts/page.tsx';

export const KitVersionsScreen = () => <Page title="Versions" />;
