import * as z from 'zod';
import { mostQuestions } from '../../domain/defaults.ts';
import { KitContent } from '../../domain/kit-content.ts';
import { row } from '../endpoint-row.ts';
import { KitView, kitParams, QuestionSent, VersionNumber } from '../kit-view.ts';

/** What a recruiter changes: the version that was edited, and what takes the place of its parts. */
export const Revision = z
  .object({
    version: VersionNumber,
    competencies: KitContent.shape.competencies.optional(),
    questions: z.array(QuestionSent).min(1).max(mostQuestions).optional(),
  })
  .refine(({ competencies, questions }) => competencies || questions, {
    error: 'must have competencies or questions',
  });
export type Revision = z.infer<typeof Revision>;

export const reviseKitEndpoint = row({
  method: 'PUT',
  path: '/api/interview-kits/{kit_id}/',
  folder: 'revise-kit',
  access: 'recruiter',
  summary: 'Add a version to an interview kit; what is left out stays as it is',
  uses: ['table:read', 'table:write'],
  params: kitParams,
  body: Revision,
  status: 200,
  response: KitView,
  errors: ['kit_not_found', 'version_conflict', 'conflict'],
});
