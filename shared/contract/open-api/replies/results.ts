import { Assessment, CriterionLevel, Flag } from '../../../domain/assessment.ts';
import { Cost } from '../../../domain/cost.ts';
import { Provenance } from '../../../domain/provenance.ts';
import { QuestionScore, Recommendation } from '../../../domain/score.ts';
import { Evaluation } from '../../../domain/session.ts';
import { Feedback } from '../../feedback.ts';
import { Result } from '../../result.ts';
import type { Named } from '../named.ts';

/** Readings of answers, scores and costs. */
export const results: Readonly<Record<string, Named>> = {
  Evaluator: {
    schema: Provenance.shape.evaluator,
    description:
      'A model on Bedrock, a model of your own, or `offline`: a demonstration without a language model.',
  },
  Provenance: { schema: Provenance, description: 'One use of a model.' },
  Recommendation: {
    schema: Recommendation,
    description: 'Follows from the score, by fixed thresholds.',
  },
  Flag: {
    schema: Flag,
    description: 'A signal that a person has to look.',
    fields: { kind: 'What kind of signal it is' },
  },
  NotScoredReason: {
    schema: CriterionLevel.shape.not_scored.unwrap(),
    description: 'Why a criterion has no level.',
  },
  CriterionLevel: {
    schema: CriterionLevel,
    description: 'What an answer showed of one criterion.',
    fields: { warning_signs: ['Passages of the answer that show a warning sign', []] },
    shown: ['reason'],
  },
  FeedbackText: {
    schema: Assessment.shape.feedback,
    description: 'The feedback on an answer, without number, level or verdict.',
  },
  Feedback: {
    schema: Feedback,
    description: 'The feedback on an answer that the candidate sees.',
  },
  Assessment: {
    schema: Assessment,
    description: 'The reading of one answer: levels with their evidence.',
    fields: {
      status: '`needs_human` if a level could not be supported by quotations',
      criteria: 'What it showed of each criterion',
      feedback: 'What the candidate is told',
    },
  },
  QuestionScore: {
    schema: QuestionScore,
    description: 'The score of one question.',
    fields: {
      status: 'Whether it was scored, and if not, why',
      score: [
        'From 0 to 100; 0 if it was not answered; null if it was not scored, as when no question was answered',
        75,
      ],
    },
  },
  QuestionAssessment: {
    schema: Evaluation.shape.assessments.element,
    description: 'The reading of the answer to one question.',
  },
  Evaluation: {
    schema: Evaluation,
    description: 'One evaluation of a completed interview.',
    fields: {
      status:
        '`needs_human` if an answer could not be scored or none was given, so that there is no score',
      questions: 'The score of each question',
      evaluation: 'The evaluation in words',
      provenance: 'Where these texts came from',
    },
  },
  Evidence: {
    schema: Result.shape.evidence.element,
    description: 'What a candidate said to one question that the evaluation is based on.',
  },
  ModelCost: { schema: Cost.shape.questions, description: 'What one use of models has cost.' },
  VoiceCost: { schema: Cost.shape.voice, description: 'What speaking the questions has cost.' },
  Cost: {
    schema: Cost,
    description: 'What an interview has cost at list prices.',
    fields: {
      questions: 'Writing questions for this interview alone',
      evaluation: 'Reading the answers and evaluating them',
    },
  },
};
