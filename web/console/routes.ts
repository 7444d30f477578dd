import type { ComponentType } from 'preact';
import { AuditScreen } from './screens/interview/audit.tsx';
import { InterviewScreen } from './screens/interview/interview.tsx';
import { InterviewsScreen } from './screens/interviews/interviews.tsx';
import { KitScreen } from './screens/kits/kit.tsx';
import { KitsScreen } from './screens/kits/kits.tsx';
import { NewKitScreen } from './screens/kits/new-kit.tsx';
import { KitVersionsScreen } from './screens/kits/versions.tsx';
import { ChangePasswordScreen } from './screens/login/change-password.tsx';
import { ZoneScreen } from './screens/login/zone.tsx';
import { PeopleScreen } from './screens/people/people.tsx';
import { ReportsScreen } from './screens/reports/reports.tsx';
import { ImportScreen } from './screens/scheduling/import.tsx';
import { NewInterviewScreen } from './screens/scheduling/new-interview.tsx';

export interface ScreenProps {
  /** What the path of its route names; each is whatever the address had. */
  params: Readonly<Record<string, string>>;
}

export interface ConsoleRoute {
  path: string;
  screen: ComponentType<ScreenProps>;
}

/** The screens of the console; the first that matches is drawn. */
export const routes: readonly ConsoleRoute[] = [
  { path: '/', screen: InterviewsScreen },
  { path: '/interviews/new', screen: NewInterviewScreen },
  { path: '/interviews/import', screen: ImportScreen },
  { path: '/interviews/:interview_id', screen: InterviewScreen },
  { path: '/interviews/:interview_id/audit', screen: AuditScreen },
  { path: '/kits', screen: KitsScreen },
  { path: '/kits/new', screen: NewKitScreen },
  { path: '/kits/:kit_id', screen: KitScreen },
  { path: '/kits/:kit_id/versions', screen: KitVersionsScreen },
  { path: '/reports', screen: ReportsScreen },
  { path: '/people', screen: PeopleScreen },
  { path: '/account/password', screen: ChangePasswordScreen },
  { path: '/account/zone', screen: ZoneScreen },
];
