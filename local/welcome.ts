import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { administrator } from './administrator.ts';

const Remembered = z.object({ interview_id: z.string() });

const sample = {
  candidate_name: 'Alex Morgan',
  candidate_email: 'alex.morgan@example.com',
  job_title: 'Backend Engineer, Bookings',
  job_description: `We run the booking system of 400 clinics. You will design HTTP services in TypeScript and Python, model data in PostgreSQL and DynamoDB, and keep them fast under load.

You write automated tests before you ship, review the code of others, and take your turn on call. When something breaks you find the cause, fix it and write down what was learnt.

You explain trade-offs to people who do not program, and you agree on what to build with product and support.`,
  resume_text: `Backend developer for five years. At Nordwind Travel I moved seat reservations from nightly batch jobs to an event queue, and cut double bookings from 40 a week to none. Before that, two years of support engineering at a hosting company: PostgreSQL tuning, incident reports, on-call.`,
  ai_interview_type: 'technical',
} as const;

const post = async (url: string, path: string, body: unknown, access?: string) => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(access && { authorization: `Bearer ${access}` }),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} returned ${response.status}`);
  return answer;
};

const isStillOpen = async (url: string, interview_id: string, access: string) => {
  const response = await fetch(`${url}/api/interviews/${interview_id}/`, {
    headers: { authorization: `Bearer ${access}` },
  });
  if (!response.ok) return false;
  const { link } = z
    .object({ link: z.object({ status: z.string() }) })
    .parse(await response.json());
  return link.status === 'open';
};

/**
 * Makes sure that an interview is open now, through the API as a recruiter would: the one from the
 * last start if it is still open, otherwise a new one.
 * @returns its id and link, or null if the local administrator's password has been changed. The link
 * is null if none could be made, as with a model that writes no usable questions
 */
export const openInterviewNow = async (url: string, folder: string | null) => {
  const login = await post(url, '/api/auth/login/', administrator).catch(() => null);
  if (!login) return null;
  const { access } = z.object({ access: z.string() }).parse(login);
  const file = folder && join(folder, 'welcome.json');
  let interview_id: string | null = null;
  if (file) {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    const known = Remembered.safeParse(JSON.parse(text)).data;
    if (known && (await isStillOpen(url, known.interview_id, access))) {
      interview_id = known.interview_id;
    }
  }
  if (!interview_id) {
    const starts_at = new Date().toISOString();
    const made = await post(url, '/api/interviews/', { ...sample, starts_at }, access);
    interview_id = Remembered.parse(made).interview_id;
  }
  const path = `/api/ai-interview/generate-link/${interview_id}/`;
  const link = await post(url, path, {}, access).catch(() => ({ public_interview_url: null }));
  if (file) {
    await writeFile(`${file}.new`, JSON.stringify({ interview_id }));
    await rename(`${file}.new`, file);
  }
  const { public_interview_url } = z
    .object({ public_interview_url: z.string().nullable() })
    .parse(link);
  return { interview_id, public_interview_url };
};
