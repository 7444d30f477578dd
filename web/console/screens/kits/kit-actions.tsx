import { useState } from 'preact/hooks';
import { useActing } from '../../acting.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { to } from '../../router.ts';
import { talaro } from '../../talaro.ts';
import type { Kit } from './kit-draft.ts';

interface ActionsProps {
  kit: Kit;
  /** Why it cannot be approved just now; empty where it can. */
  unsaved: string;
  onKit(kit: Kit, said: string): void;
}

type Asked = 'approve' | 'archive';

const questions = ({ kit_id, version, archived, job_title }: Kit) => ({
  approve: {
    title: `Approve version ${version}?`,
    action: `Approve version ${version}`,
    keep: 'Leave it a draft',
    text: 'It says that a person has read the questions and rubrics and stands by them. Where this deployment asks for approval, new links take the newest approved version. The content of a version never changes: editing makes another, which is a draft.',
    call: () => talaro.approveKit({ kit_id, version }),
    said: `Version ${version} is approved.`,
  },
  archive: archived
    ? {
        title: 'Take this kit back into use?',
        action: 'Take it back',
        keep: 'Leave it archived',
        text: 'It stands in the list again, and new interviews can take it.',
        call: () => talaro.archiveKit({ kit_id, archived: false }),
        said: 'The kit is in use again.',
      }
    : {
        title: 'Archive this kit?',
        action: 'Archive it',
        keep: 'Keep it in use',
        text: `No new interview can take it, and the next one for ${job_title} gets another kit. Interviews that have their link go on with it. You can take it back at any time.`,
        call: () => talaro.archiveKit({ kit_id, archived: true }),
        said: 'The kit is archived.',
      },
});

/** What can be done with a kit, besides changing it. */
export const KitActions = ({ kit, unsaved, onKit }: ActionsProps) => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { run, error, isWorking, clear } = useActing();
  const { kit_id, version, status, archived } = kit;
  const cannot = status === 'approved' ? 'This version is approved.' : unsaved;
  const question = asked && questions(kit)[asked];
  const ask = (what: Asked) => {
    clear();
    setAsked(what);
  };
  const confirmed = () =>
    run(async () => {
      if (!question) return;
      onKit(await question.call(), question.said);
      setAsked(null);
    });
  return (
    <>
      {version > 1 && (
        <a
          class="btn"
          href={to(`/kits/${kit_id}/versions`, {
            left: String(version - 1),
            right: String(version),
          })}
        >
          Compare with version {version - 1}
        </a>
      )}
      {!archived && (
        <a class="btn" href={to('/interviews/new', { kit: kit_id })}>
          New interview with this kit
        </a>
      )}
      <button
        type="button"
        class="btn"
        aria-disabled={cannot !== ''}
        aria-describedby="approvable"
        onClick={() => !cannot && ask('approve')}
      >
        Approve
      </button>
      <span class="away" id="approvable">
        {cannot}
      </span>
      <button type="button" class="btn" onClick={() => ask('archive')}>
        {archived ? 'Take back into use' : 'Archive'}
      </button>
      {question && (
        <Confirm
          title={question.title}
          action={question.action}
          keep={question.keep}
          isWorking={isWorking}
          onConfirm={() => void confirmed()}
          onClose={() => setAsked(null)}
        >
          <p dir="auto">{question.text}</p>
          {error && <p role="alert">{error.message}</p>}
        </Confirm>
      )}
    </>
  );
};
