import type { Catalogue } from './catalogue.ts';

export const criteria: Catalogue['criteria'] = {
  own_part: {
    name: 'Situation and own part',
    level_1: 'Speaks in general, or only of what others did.',
    level_3: 'Names a real situation and says what they did themselves.',
    level_5:
      'Sets out a real situation, their own steps in order, and what they decided themselves and why.',
    evidence_wanted: [
      'a real situation to do with: {term}',
      'their own steps, one after the other',
      'a decision they took themselves',
    ],
  },
  reasons: {
    name: 'Reasons and trade-offs',
    level_1: 'Gives no reasons.',
    level_3: 'Gives a reason for the way taken.',
    level_5:
      'Weighs the way taken against another one, and says what each costs and why this one fitted.',
    evidence_wanted: [
      'the reason for the way taken',
      'another option that was weighed',
      'what the chosen way costs or gives up',
    ],
  },
  result: {
    name: 'Result',
    level_1: 'Says nothing of how it ended.',
    level_3: 'Says how it ended.',
    level_5: 'Says what changed, by how much or by whose word, and how that was found out.',
    evidence_wanted: [
      'what came of it',
      'a number or observation that shows the result',
      'how the result was checked',
    ],
  },
  knowledge: {
    name: 'Knowledge of the subject',
    level_1: 'Uses the words without saying anything about them.',
    level_3: 'Explains the main idea correctly.',
    level_5: 'Explains how it works and where its limits are, and shows it by a concrete case.',
    evidence_wanted: [
      'in own words how this works: {term}',
      'a concrete example of it',
      'a limit, or an error that is often made',
    ],
  },
  correctness: {
    name: 'Finding and checking',
    level_1: 'Guesses, or checks nothing.',
    level_3: 'Names a way to check.',
    level_5:
      'Goes step by step, checks each assumption by a test or measurement, and thinks of unusual cases.',
    evidence_wanted: [
      'steps in a sensible order',
      'a test or measurement to do with: {term}',
      'unusual or boundary cases',
    ],
  },
  structure: {
    name: 'Parts and flow',
    level_1: 'Names no parts.',
    level_3: 'Names the main parts.',
    level_5:
      'Names the parts, what each is responsible for, what passes between them, and why they are cut so.',
    evidence_wanted: [
      'the main parts and what each does, for: {term}',
      'what data passes between the parts',
      'the reason for cutting it this way',
    ],
  },
  resilience: {
    name: 'Load and failure',
    level_1: 'Assumes that nothing fails.',
    level_3: 'Names one thing that can fail.',
    level_5:
      'Says what fails first, how it is noticed, what still works then, and how it recovers.',
    evidence_wanted: [
      'what fails or fills up first',
      'how a failure is noticed',
      'how it recovers or what it falls back on',
    ],
  },
  people: {
    name: 'Working with people',
    level_1: 'Mentions nobody else, or only blames.',
    level_3: 'Says whom they spoke with and about what.',
    level_5:
      'Says whom they involved, how they listened, and what was agreed that all could stand behind.',
    evidence_wanted: [
      'whom they spoke with, and when',
      "listened to the other person's view",
      'what was agreed',
    ],
  },
  reflection: {
    name: 'What was learned',
    level_1: 'Draws nothing from it.',
    level_3: 'Names something learned.',
    level_5: 'Names what was learned and what they have done differently since.',
    evidence_wanted: ['what was learned', 'what they do differently since'],
  },
};
