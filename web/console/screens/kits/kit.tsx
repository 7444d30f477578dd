import { Page } from '../../parts/page.tsx';

export const KitScreen = () => <Page title="Interview kit" />;
