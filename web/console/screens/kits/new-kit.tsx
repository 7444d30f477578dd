import { Page } from '../../parts/page.tsx';

export const NewKitScreen = () => <Page title="New kit" />;
