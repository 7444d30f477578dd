import type { ComponentType } from 'preact';
import { later } from './later.tsx';
import { InterviewsScreen } from './screens/interviews/interviews.tsx';

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
  {
    path: '/interviews/new',
    screen: later(
      async () => (await import('./screens/scheduling/new-interview.tsx')).NewInterviewScreen,
    ),
  },
  {
    path: '/interviews/import',
    screen: later(async () => (await import('./screens/scheduling/import.tsx')).ImportScreen),
  },
  {
    path: '/interviews/:interview_id',
    screen: later(async () => (await import('./screens/interview/interview.tsx')).InterviewScreen),
  },
  {
    path: '/interviews/:interview_id/audit',
    screen: later(async () => (await import('./screens/interview/audit.tsx')).AuditScreen),
  },
  {
    path: '/kits',
    screen: later(async () => (await import('./screens/kits/kits.tsx')).KitsScreen),
  },
  {
    path: '/kits/new',
    screen: later(async () => (await import('./screens/kits/new-kit.tsx')).NewKitScreen),
  },
  {
    path: '/kits/:kit_id',
    screen: later(async () => (await import('./screens/kits/kit.tsx')).KitScreen),
  },
  {
    path: '/kits/:kit_id/versions',
    screen: later(async () => (await import('./screens/kits/versions.tsx')).KitVersionsScreen),
  },
  {
    path: '/reports',
    screen: later(async () => (await import('./screens/reports/reports.tsx')).ReportsScreen),
  },
  {
    path: '/people',
    screen: later(async () => (await import('./screens/people/people.tsx')).PeopleScreen),
  },
  {
    path: '/account/password',
    screen: later(
      async () => (await import('./screens/login/change-password.tsx')).ChangePasswordScreen,
    ),
  },
  {
    path: '/account/zone',
    screen: later(async () => (await import('./screens/login/zone.tsx')).ZoneScreen),
  },
];
