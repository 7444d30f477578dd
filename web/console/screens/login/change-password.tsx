import { Page } from '../../parts/page.tsx';

export const ChangePasswordScreen = () => <Page title="Change password" />;
