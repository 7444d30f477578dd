import type { Words } from '../named.ts';

/** Kits, questions and rubrics. */
export const kits = {
  id: ['Unique within its set: lower case, digits and hyphens', 'patient-safety'],
  name: ['A short name', 'Patient safety'],
  weight: ['Share of the total, above 0; the weights of a set add up to 1', 1],
  competency_id: ['The competency that the question is about', 'patient-safety'],
  competencies: 'What the job requires, the same for every candidate',
  description: ['What it means in this job', 'Notices risks early and acts on them.'],
  criteria: 'What an answer is judged by',
  anchors: 'What an answer shows at three of the five levels; 2 and 4 lie between them',
  1: ['What an answer at level 1 shows', 'Names no risk.'],
  3: ['What an answer at level 3 shows', 'Names a risk and what was done.'],
  5: ['What an answer at level 5 shows', 'Names the risk, the decision, and how it was checked.'],
  evidence_wanted: ['What an answer has to contain to show this', ['the risk that was noticed']],
  warning_signs: [
    'What an answer must not contain; one that is quoted holds the level at 2 at most',
    ['puts the blame on a colleague'],
  ],
  rubric: 'How answers are judged, fixed before the first answer',
  text: ['The question', 'Tell us about a time when you noticed a risk that others had missed.'],
  lead_in: [
    'A sentence before the question that refers to the résumé; nothing that scores sees it',
    'You have worked on a respiratory ward.',
  ],
  type: ['The kind of interview that it was written for', 'behavioral'],
  order: ['Place among the questions, from 1; a follow-up adds one half', 1],
  audio_url: [
    'Where the spoken question is, on the same origin; null without a voice',
    '/media/tts/q_0_b2e8d6f4-3a7c-4d19-8b5e-6c0f9a1d7e32.mp3',
  ],
  versions: 'All versions, oldest first',
  created_by: ['Who made it', 'recruiter:3d2c1b0a-9f8e-4d7c-86b5-a4f3e2d1c0b9'],
  approved_by: ['Who approved it', 'recruiter:3d2c1b0a-9f8e-4d7c-86b5-a4f3e2d1c0b9'],
  approved_version: ['The newest approved version; null if there is none', 2],
  kit_version: ['The version of the kit that the questions were copied from', 2],
  archived: ['Whether it is archived: no new interview takes it', false],
  interviews: ['How many interviews have their questions from it', 4],
  items: 'The entries of this page',
  next_cursor: ['Where the next page begins; null after the last one', null],
  cursor: ['`next_cursor` of the page before', 'AR8rZmFrZS1jdXJzb3I'],
  limit: ['How many entries a page may have', 50],
} as const satisfies Record<string, Words>;
