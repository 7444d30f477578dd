import { Page } from '../../parts/page.tsx';

export const AuditScreen = () => <Page title="Audit" />;
