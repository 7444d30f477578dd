/** @jsxImportSource react */
'use client';
import { type ReactElement, useId, useRef } from 'react';
import { completed } from './labels.ts';
import { Facts, Said, Word } from './parts.tsx';
import type { AIInterviewLinkGeneratorProps, LinkView } from './props.ts';
import { useLink } from './use-link.ts';

export type { Labels } from './labels.ts';
export type { AIInterviewLinkGeneratorProps, LinkView } from './props.ts';

const Generator = <Link extends LinkView>(
  props: AIInterviewLinkGeneratorProps<Link>,
): ReactElement => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const labels = completed(props.labels);
  const { known, step, generate, copy } = useLink(props, field);
  const { public_interview_url: url } = known;
  const busy = step.at === 'working' || step.at === 'slow';
  // One button for everything: whoever has pressed it still has the focus when the link is there.
  return (
    <fieldset className="talaro-link-gen" aria-label={labels.title}>
      <Facts known={known} labels={labels} locale={props.locale} timeZone={props.timeZone} />
      <div className="talaro-field">
        {url && <label htmlFor={id}>{labels.link}</label>}
        <div className={url ? 'talaro-copy' : 'talaro-rest'}>
          {url && (
            <input ref={field} id={id} className="talaro-code" dir="ltr" readOnly value={url} />
          )}
          <button
            type="button"
            className="talaro-btn"
            aria-disabled={busy}
            onClick={() => void (url ? copy() : generate())}
          >
            <Word url={url} failed={step.at === 'failed'} labels={labels} />
          </button>
        </div>
        <p className="talaro-said" role="status">
          <Said key={step.at} step={step} labels={labels} />
        </p>
      </div>
    </fieldset>
  );
};

/**
 * The AI interview link of one interview: a button that makes it, then the link with a button that
 * copies it. It requests and stores nothing itself.
 */
export const AIInterviewLinkGenerator = <Link extends LinkView>(
  props: AIInterviewLinkGeneratorProps<Link>,
): ReactElement => <Generator key={props.interviewId} {...props} />;
