import { Difficulty, InterviewType } from '../../../domain/interview.ts';
import { VersionStatus } from '../../../domain/kit.ts';
import { KitQuestion } from '../../../domain/kit-content.ts';
import { Competency, Criterion, Question, Rubric } from '../../../domain/rubric.ts';
import { endpoints } from '../../endpoints.ts';
import { KitSummary, KitView } from '../../kit-view.ts';
import type { Named } from '../named.ts';
import { ids } from '../words/formats.ts';

/** Kits, questions and rubrics. */
export const kits: Readonly<Record<string, Named>> = {
  InterviewType: { schema: InterviewType, description: 'What kind of interview it is.' },
  Difficulty: { schema: Difficulty, description: 'How demanding the questions are.' },
  VersionStatus: {
    schema: VersionStatus.shape.status,
    description: 'Every version is a draft until it is approved. Its content never changes.',
  },
  Competency: {
    schema: Competency,
    description: 'Something that the job requires.',
  },
  Anchors: {
    schema: Criterion.shape.anchors,
    description: 'What an answer shows at levels 1, 3 and 5.',
  },
  Criterion: {
    schema: Criterion,
    description: 'One thing that an answer is judged by.',
    shown: ['warning_signs'],
  },
  Rubric: { schema: Rubric, description: 'How the answers to one question are judged.' },
  KitQuestion: {
    schema: KitQuestion,
    description: 'A question of a kit; interviews copy it with its id.',
    fields: { id: ['Its id', ids.question_id[1]] },
  },
  Question: {
    schema: Question,
    description: 'A question of an interview, for recruiters.',
    fields: { id: ['Its id', ids.question_id[1]] },
  },
  KitVersion: {
    schema: KitView.shape.versions.element,
    description: 'One version of a kit in short.',
    fields: {
      status: 'Whether it is approved',
      questions: ['How many questions it has', 5],
    },
  },
  Kit: {
    schema: KitView,
    description: 'One version of an interview kit, with the states of all versions.',
    fields: {
      status: 'Whether this version is approved',
      provenance: 'Every use of a model that wrote something in it',
    },
  },
  KitSummary: {
    schema: KitSummary,
    description: 'A kit in a list: its newest version in short.',
    fields: {
      version: ['Its newest version', 3],
      status: 'Whether the newest version is approved',
    },
  },
  KitList: { schema: endpoints.listKits.response, description: 'A page of interview kits.' },
  SpokenQuestion: {
    schema: endpoints.speakQuestion.response,
    description: 'The sound of a question.',
    fields: { audio_url: ['Where it is; null without a voice', '/media/tts/kit_1f0c9b7e.mp3'] },
  },
};
