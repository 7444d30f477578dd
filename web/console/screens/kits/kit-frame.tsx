import type { ComponentChildren } from 'preact';
import { difficulties, languageTitle, types } from '../../job-words.ts';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { to } from '../../router.ts';
import type { Kit } from './kit-draft.ts';
import { minutesOf, versionState } from './words.ts';

interface FrameProps {
  kit: Kit;
  hasError?: boolean;
  actions: ComponentChildren;
  children: ComponentChildren;
}

/** The head of a kit: its job, and the version that is shown. */
export const KitFrame = ({ kit, hasError = false, actions, children }: FrameProps) => (
  <Page
    title={kit.job_title}
    documentTitle={`${kit.job_title}, interview kit`}
    hasError={hasError}
    crumbs={<a href={to('/kits')}>Kits</a>}
    line={
      <>
        <Status {...versionState(kit.status, kit.version)} />
        {kit.archived && <Status word="Archived" icon="cancelled" tone="off" />}
        <span>{types[kit.ai_interview_type]}</span>
        <span>{difficulties[kit.difficulty]}</span>
        <span>{languageTitle(kit.language)}</span>
        <span>{minutesOf(kit.questions.length)}</span>
      </>
    }
    actions={actions}
  >
    {children}
  </Page>
);
