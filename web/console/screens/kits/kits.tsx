import { Page } from '../../parts/page.tsx';

export const KitsScreen = () => <Page title="Interview kits" />;
