import type { Labels } from './labels.ts';

/** What the component shows of the API's answer about a link. */
export interface LinkView {
  public_interview_url: string;
  /** ISO 8601. */
  expires_at: string;
  candidate_name: string;
  candidate_email: string;
  job_title: string;
}

export interface AIInterviewLinkGeneratorProps<Link extends LinkView = LinkView> {
  interviewId: string;
  /**
   * Asks the API for the link. Called once for each press; the signal is aborted when the component
   * leaves the page or is given another interview. An error's message is shown, unless it is one of
   * the browser's own (`TypeError`, `DOMException` and such).
   */
  generate: (interviewId: string, options: { signal: AbortSignal }) => Promise<Link>;
  /** A link that exists already, or what is known without one, such as the candidate's name. */
  initial?: Partial<LinkView> | null | undefined;
  /** How the time is written, as a BCP 47 tag; the browser's own if left out. */
  locale?: string | undefined;
  /** The zone of the time, as an IANA name; the browser's own if left out. */
  timeZone?: string | undefined;
  /** Other words; what is left out is in English. */
  labels?: Partial<Labels> | undefined;
  /** Told of each link that was made. */
  onGenerated?: ((link: Link) => void) | undefined;
}
