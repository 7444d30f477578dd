import { voiceUsd } from '../domain/cost.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { KitQuestion } from '../domain/kit-content.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Question } from '../domain/rubric.ts';
import { askedText, type Session } from '../domain/session.ts';
import { padded, words } from '../interviewer/folded-text.ts';
import type { Interviewer, LeadIn } from '../interviewer/interviewer.ts';
import type { KitInUse } from '../kits/kit-of-interview.ts';
import { soundOf } from '../voice/sound-key.ts';
import type { SpeechRequest, Spoken } from '../voice/speak.ts';
import { engineFor } from '../voice/voices.ts';
import type { Linkable } from './linkable.ts';

/** The dependencies of preparing a session. */
export interface Preparation {
  interviewer: Pick<Interviewer, 'writeLeadIns'>;
  /** Leaves out the sound that is not finished by the deadline. Without a kit, only this link needs it. */
  speak(kit_id: string | null, what: SpeechRequest, deadline: Deadline): Promise<Spoken[]>;
  /** Called with the reason when there are no lead-ins. */
  report(interview_id: string, error: unknown): void;
  now(): number;
}

/** A session that is not stored yet, with its questions. */
export interface Prepared {
  session: Session;
  questions: Question[];
  /** The cost of its sound, in US dollars. */
  voice_usd: number;
}

/** A session with what the one that it replaces cost, which was spent all the same. */
export const replacing = (session: Session, replaced: Session | null): Session =>
  replaced
    ? {
        ...session,
        spent: [
          ...replaced.spent,
          // Before kits, the questions of a session were its own.
          ...(replaced.kit ? [] : replaced.provenance),
          ...session.spent,
        ],
        voice_characters: replaced.voice_characters + session.voice_characters,
      }
    : session;

/** Whether an interview's questions get sentences from its résumé. */
export const wantsLeadIns = ({ interview, brief }: Pick<Linkable, 'interview' | 'brief'>) =>
  interview.personalise && Boolean(brief.resume_text?.trim());

/** Share of the time until the deadline within which the lead-ins must be written. */
const leadInShare = 0.6;

/**
 * Copies a version of a kit into a session, writes its lead-ins and speaks it. A lead-in that cannot
 * be written and sound that cannot be made are left out.
 */
export const prepareSession = async (
  deps: Preparation,
  record: Linkable,
  { kit_id, content, session_id }: KitInUse & { session_id: string },
  deadline: Deadline,
): Promise<Prepared> => {
  const { interview } = record;
  const { language } = interview;
  const speak = (of: string | null, texts: { n: number; text: string }[]) => {
    const named = texts.map(({ n, text }) => ({ name: soundOf(n, session_id), text }));
    return deps.speak(of, { language, texts: named }, deadline);
  };
  const [written, first] = await Promise.all([
    leadIns(deps, record, content.questions, deadline),
    speak(
      kit_id,
      content.questions.map(({ text }, n) => ({ n, text })),
    ),
  ]);
  const copied = content.questions.map((question, n): Question => {
    const sentence = written.lead_ins.find((one) => one.question === n)?.sentence;
    return {
      ...question,
      order: n + 1,
      type: interview.ai_interview_type,
      audio_url: first[n]?.audio_url ?? null,
      ...(sentence && { lead_in: sentence }),
    };
  });
  const led = copied.flatMap((question, n) =>
    question.lead_in ? [{ n, text: askedText(question) }] : [],
  );
  const again = led.length > 0 ? await speak(null, led) : [];
  const questions = copied.map((question, n) => {
    const at = led.findIndex((one) => one.n === n);
    return at < 0 ? question : { ...question, audio_url: again[at]?.audio_url ?? null };
  });
  const characters = [...first, ...again].reduce((sum, spoken) => sum + spoken.characters, 0);
  const spent = written.provenance ? [written.provenance] : [];
  return {
    questions,
    voice_usd: voiceUsd(characters, engineFor(language)),
    session: {
      session_id,
      created_at: new Date(deps.now()).toISOString(),
      started_at: null,
      completed_at: null,
      answered: 0,
      notice: null,
      competencies: content.competencies,
      kit: { kit_id, version: content.version },
      provenance: content.provenance,
      spent,
      voice_characters: characters,
    },
  };
};

const leadIns = async (
  { interviewer, report, now }: Preparation,
  { interview, brief }: Linkable,
  asked: readonly KitQuestion[],
  deadline: Deadline,
): Promise<{ lead_ins: LeadIn[]; provenance: Provenance | null }> => {
  const none = { lead_ins: [], provenance: null };
  const resume = brief.resume_text;
  if (!resume || !wantsLeadIns({ interview, brief })) return none;
  const { language, interview_id, job_title, candidate_name } = interview;
  const questions = asked.map(({ text }) => text);
  const job = `${job_title}\n${brief.job_description}`;
  const at = now() + leadInShare * (deadline.at - now());
  return interviewer
    .writeLeadIns({ questions, resume, job, language }, { at })
    .then(({ lead_ins, provenance }) => ({
      lead_ins: lead_ins.filter(({ sentence }) => !names(sentence, candidate_name)),
      provenance,
    }))
    .catch((error: unknown) => {
      report(interview_id, error);
      return none;
    });
};

/** Whether a sentence holds a name, or a part of it. The interviewer, which does not know it, cannot check. */
const names = (sentence: string, name: string): boolean => {
  const said = padded(sentence);
  const parts = words(name).filter((part) => part.length > 2);
  return said.includes(padded(name)) || parts.some((part) => said.includes(padded(part)));
};
