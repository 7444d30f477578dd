import { useRef, useState } from 'preact/hooks';
import type { Issue, TalaroError } from '../../../../client/error.ts';
import { useActing } from '../../acting.ts';
import { useKeptInTab } from '../../kept-in-tab.ts';
import { asTalaroError } from '../../loading.ts';
import { wrongOf } from '../../parts/problem.tsx';
import { navigate, to, usePlace } from '../../router.ts';
import { useSettings } from '../../settings.ts';
import { talaro } from '../../talaro.ts';
import { type Attempt, createOnce } from './creating.ts';
import { checkForm, emptyForm, fields, type InterviewForm } from './form.ts';
import type { KitSummary } from './kit-names.ts';

/** An interview that was created, with why the person is not taken to it at once. */
export interface Made {
  interview_id: string;
  name: string;
  /** Why it has no link, in the server's sentence; null where it was made by an earlier attempt. */
  reason: string | null;
}

interface Kept {
  form: InterviewForm;
  attempt: Attempt | null;
  made: Made | null;
}

export type Doing = 'creating' | 'linking';

const unknownIssues: readonly Issue[] = [];

/** A new interview from the first letter to its link; what is typed is kept in this tab. */
export const useNewInterview = (kits: readonly KitSummary[]) => {
  const { zone } = useSettings();
  const { query } = usePlace();
  const [stored, store] = useKeptInTab<Kept>('new-interview');
  const [first] = useState(() => {
    const kit_id = query.get('kit');
    const empty = emptyForm(new Date(), zone);
    const form = { ...empty, ...stored?.form, ...(kit_id && { kit_id, from: 'kit' as const }) };
    return { form, attempt: stored?.attempt ?? null, made: stored?.made ?? null };
  });
  const newest = useRef<Kept>(first);
  const [issues, setIssues] = useState(unknownIssues);
  const [round, setRound] = useState(0);
  const [doing, setDoing] = useState<Doing>('creating');
  const acting = useActing();

  const update = (part: Partial<Kept>) => {
    newest.current = { ...newest.current, ...part };
    store(newest.current);
  };
  const leave = (interview_id: string) => {
    store(null);
    navigate(to(`/interviews/${interview_id}`));
  };
  const makeLink = async (made: Pick<Made, 'interview_id' | 'name'>) => {
    setDoing('linking');
    try {
      await talaro.generateLink({ interview_id: made.interview_id });
    } catch (cause) {
      const error: TalaroError = asTalaroError(cause);
      update({ made: { ...made, reason: error.message } });
      throw error;
    }
    leave(made.interview_id);
  };
  const create = async (wantsLink: boolean) => {
    const { form, attempt } = newest.current;
    const { request, issues: found } = checkForm(form, kits, new Date());
    setIssues(found ?? unknownIssues);
    setRound((before) => before + 1);
    if (!request) return acting.clear();
    setDoing('creating');
    await acting.run(async () => {
      const keep = (next: Attempt | null) => update({ attempt: next });
      const { interview_id, wasEarlier } = await createOnce(
        { talaro, earlier: attempt, keep },
        request,
      );
      const made = { interview_id, name: form.candidate_name };
      if (wasEarlier) return update({ attempt: null, made: { ...made, reason: null } });
      if (!wantsLink) return leave(interview_id);
      // From here on it exists, also if this page does not live to see its link.
      const reason = 'The page was left before its link was made';
      update({ attempt: null, made: { ...made, reason } });
      await makeLink(made);
    });
  };
  const asked = issues.length > 0 ? { issues, message: '' } : acting.error;
  const { form, made } = newest.current;
  return {
    form,
    made: acting.isWorking ? null : made,
    wrong: wrongOf(asked, fields),
    /** How often it was sent, so that the same sentences are said again. */
    round,
    doing: acting.isWorking ? doing : null,
    change: (part: Partial<InterviewForm>) => update({ form: { ...newest.current.form, ...part } }),
    create: (wantsLink: boolean) => void create(wantsLink),
    makeLink: (of: Made) => void acting.run(() => makeLink(of)),
    startOver: () => {
      setIssues(unknownIssues);
      acting.clear();
      update({ form: emptyForm(new Date(), zone), attempt: null, made: null });
    },
  };
};
