import { type RefObject, useEffect, useRef, useState } from 'react';
import type { AIInterviewLinkGeneratorProps, LinkView } from './props.ts';
import { sentenceOf } from './wording.ts';

export interface Step {
  at: 'rest' | 'working' | 'slow' | 'failed' | 'made' | 'copied' | 'refused';
  /** The address that was in view when it began. */
  url?: string | undefined;
  /** What went wrong, if it was said for people. */
  reason?: string | null;
}

const rest: Step = { at: 'rest' };

/** The field's text rather than the link's: what is copied is what is seen, without line breaks. */
const copyFrom = async (field: HTMLInputElement): Promise<'copied' | 'refused'> => {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    field.focus();
    field.select();
    // The beginning stays in view, which says where the link leads.
    field.scrollLeft = 0;
    return 'refused';
  }
};

const assertLink = (link: Partial<LinkView> | null | undefined) => {
  if (typeof link?.public_interview_url !== 'string') throw new TypeError('No link in the answer');
};

/** What is known of the link, the step the component is at, and the two things a person can do. */
export const useLink = <Link extends LinkView>(
  props: AIInterviewLinkGeneratorProps<Link>,
  field: RefObject<HTMLInputElement | null>,
) => {
  const { interviewId, initial } = props;
  const [step, setStep] = useState(rest);
  const [made, setMade] = useState<{ link: Link; instead: string | undefined } | null>(null);
  const call = useRef<AbortController | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(
    () => () => {
      call.current?.abort();
      call.current = null;
      setStep(rest);
    },
    [],
  );
  useEffect(() => {
    if (step.at !== 'working') return;
    const timer = setTimeout(() => setStep({ ...step, at: 'slow' }), 1_000);
    return () => clearTimeout(timer);
  }, [step]);

  // A link that the page hands over later, such as one that replaced ours, counts.
  const known: Partial<LinkView> =
    (made?.instead === initial?.public_interview_url && made?.link) || initial || {};
  const { public_interview_url: url } = known;

  const generate = async () => {
    if (call.current) return;
    const controller = new AbortController();
    call.current = controller;
    setStep({ at: 'working', url });
    try {
      const link = await props.generate(interviewId, { signal: controller.signal });
      if (controller.signal.aborted) return null;
      assertLink(link);
      setMade({ link, instead: latest.current.initial?.public_interview_url });
      setStep({ at: 'made', url: link.public_interview_url });
      return link;
    } catch (error) {
      if (!controller.signal.aborted) setStep({ at: 'failed', url, reason: sentenceOf(error) });
      return null;
    } finally {
      if (call.current === controller) call.current = null;
    }
  };
  return {
    known,
    step: step.url === url ? step : rest,
    generate: async () => {
      const link = await generate();
      if (link) latest.current.onGenerated?.(link);
    },
    copy: async () => {
      if (!field.current) return;
      // Cleared first, so that the same words are announced again.
      setStep(rest);
      setStep({ at: await copyFrom(field.current), url });
    },
  };
};
