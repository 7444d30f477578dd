import { Page } from '../../parts/page.tsx';

export const ZoneScreen = () => <Page title="Time zone" />;
