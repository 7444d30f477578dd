import { Page } from '../../parts/page.tsx';

export const PeopleScreen = () => <Page title="People" />;
