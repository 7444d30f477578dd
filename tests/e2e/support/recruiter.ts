import { administrator } from '../../../local/administrator.ts';

const minute = 60_000;

/** The properties of an interview that a test chooses; the rest are defaults. */
export interface Wish {
  candidate_name?: string;
  job_title?: string;
  language?: string;
  question_count?: number;
  /** ISO 8601. */
  starts_at?: string;
  ends_at?: string;
}

export interface Invitation {
  interview_id: string;
  token: string;
  /** The link in the candidate's mail. */
  url: string;
}

/** The time so many minutes from now, as ISO 8601. */
export const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * minute).toISOString();

const description = `You design HTTP services in TypeScript, model data in PostgreSQL, and keep them fast under load.
You write automated tests before you ship, review the code of others, and take your turn on call.
You explain trade-offs to people who do not program.`;

/** A recruiter who uses the API of a stack. */
export const recruiterAt = async (base: string) => {
  const send = async (
    path: string,
    body: unknown,
    access = '',
    method = 'POST',
  ): Promise<Record<string, string>> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${access}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { access } = await send('/api/auth/login/', administrator);
  const linkOf = async (interview_id: string, verb: string): Promise<Invitation> => {
    const path = `/api/ai-interview/${verb}/${interview_id}/`;
    const { link_token = '', public_interview_url = '' } = await send(path, {}, access);
    return { interview_id, token: link_token, url: public_interview_url };
  };
  return {
    /** Schedules an interview, open now unless the wish says otherwise, and invites its candidate. */
    invite: async (wish: Wish = {}): Promise<Invitation> => {
      const { interview_id = '' } = await send(
        '/api/interviews/',
        {
          candidate_name: 'Alex Morgan',
          candidate_email: 'alex.morgan@example.com',
          job_title: 'Backend Engineer',
          job_description: description,
          ai_interview_type: 'technical',
          question_count: 3,
          starts_at: inMinutes(0),
          ...wish,
        },
        access,
      );
      return linkOf(interview_id, 'generate-link');
    },
    /** Replaces the link: the old one stops working. */
    replaceLink: (interview_id: string) => linkOf(interview_id, 'regenerate-link'),
    /** Moves the interview so that its link ends so many minutes from now, or ended before. */
    endIn: (interview_id: string, minutes: number) => {
      // Two hours after the interview, see the public contract.
      const ends_at = inMinutes(minutes - 120);
      const starts_at = inMinutes(minutes - 180);
      const path = `/api/interviews/${interview_id}/`;
      return send(path, { starts_at, ends_at }, access, 'PATCH');
    },
    cancel: (interview_id: string) => send(`/api/interviews/${interview_id}/cancel/`, {}, access),
    /** Makes an account, and has its first password sent. */
    inviteUser: (email: string) => {
      const person = { email, name: 'Theodora Lindqvist', role: 'recruiter' };
      return send('/api/users/', person, access);
    },
    /** Calls a candidate endpoint as another device would. */
    asCandidate: (name: string, body: unknown): Promise<Record<string, unknown>> =>
      send(`/api/ai-interview/public/${name}/`, body),
  };
};

export type Recruiter = Awaited<ReturnType<typeof recruiterAt>>;
