import type { Catalogue } from './catalogue.ts';
import { criteria } from './en-criteria.ts';

export const en: Catalogue = {
  fields: {
    engineering: {
      name: 'Software engineering',
      description: 'Writes and changes software that others can rely on, read and maintain.',
    },
    design: {
      name: 'Architecture and design',
      description:
        'Divides a problem into parts that fit together, and knows what each choice costs.',
    },
    quality: {
      name: 'Quality and testing',
      description: 'Makes sure that work is right before others depend on it, and stays right.',
    },
    operations: {
      name: 'Operations and reliability',
      description: 'Keeps things running, sees trouble early, and brings them back when they fail.',
    },
    data: {
      name: 'Data and analysis',
      description: 'Gathers, models and reads data so that decisions can stand on it.',
    },
    security: {
      name: 'Security and compliance',
      description: 'Protects people, data and property, and works by the rules that apply.',
    },
    care: {
      name: 'Care and safety of people',
      description: 'Looks after the people in their charge safely, attentively and with respect.',
    },
    customers: {
      name: 'Customers and service',
      description: 'Finds out what customers need, deals with trouble, and keeps their trust.',
    },
    teaching: {
      name: 'Teaching and explaining',
      description: 'Makes others able to do or understand something they could not before.',
    },
    commerce: {
      name: 'Sales and commercial sense',
      description: 'Finds, wins and keeps business, with an eye on cost and return.',
    },
    collaboration: {
      name: 'Working with others',
      description:
        'Shares work and knowledge, listens, speaks up in time, and settles disagreement.',
    },
    delivery: {
      name: 'Planning and delivery',
      description:
        'Decides what comes first, keeps promises, and says early when one will not hold.',
    },
    problem_solving: {
      name: 'Solving problems',
      description: 'Finds the cause before the remedy, and checks that the remedy worked.',
    },
    leadership: {
      name: 'Leading and deciding',
      description:
        'Gives direction, takes decisions with reasons, and helps others do their best work.',
    },
    learning: {
      name: 'Learning and improving',
      description: 'Learns from results and mistakes, and carries what was learned into the work.',
    },
  },
  skills: {
    name: '{terms}',
    description: 'Knows what this job needs of {terms}, and uses it with judgement.',
  },
  in_this_job: 'In this job: {duties}.',
  intros: {
    duty: [
      'This job asks you to {term}.',
      'Part of this job is to {term}.',
      'One of the tasks here is to {term}.',
    ],
    skill: [
      'You will meet {term} in this job.',
      'This job involves {term}.',
      'Part of this job has to do with {term}.',
    ],
    field: [
      'This question is about {term}.',
      'Another thing that this job needs is {term}.',
      'This one is about {term}.',
    ],
  },
  questions: {
    piece_of_work:
      'Tell us about a piece of your own work where this mattered. What was it for, and what did you decide yourself?',
    debugging:
      'Suppose something in it stops working as it should, and nobody knows why. How do you find the cause, step by step?',
    choice:
      'When is it the right choice, and when would you take something else? Use a case that you know.',
    assurance:
      'How do you make sure that such work is right before other people rely on it, and how do you notice when it no longer is?',
    explanation:
      'Explain it to a new colleague who has never done it: how it works, where people go wrong, and why.',
    improvement:
      'You take over such work from somebody else, and people complain about it. What do you look at first, and what do you change?',
    disagreement:
      'Tell us about a time when you and someone at work saw such a thing differently. What did you do, and how did it end?',
    mistake:
      'Tell us about a time when something went wrong in work of this kind. What was your part in it, and what did you do then?',
    pressure:
      'Describe a time when work like this had to be done with less time or fewer people than planned. How did you decide what came first?',
    helping:
      'Tell us about a time when you helped somebody who found this hard. How did you go about it, and what came of it?',
    initiative:
      'Tell us about something in work of this kind that you changed without being asked. Why did you, and what was it like afterwards?',
    change:
      'Describe a time when the plan changed while you were already at such work. What did you do, and what would you do again?',
    small_problem:
      'Think of a small function or script that does one part of it. What goes in and what comes out, how would you write it, and which cases could break it?',
    review:
      'A colleague asks you to review a change in this area. What do you look for, in what order, and how do you tell them what you found?',
    test_plan:
      'You are to test code for it. Which cases do you choose, which do you leave out, and why?',
    speed_up:
      'A piece of code for it works but is too slow. How do you find out where the time goes, and what do you try first?',
    clean_up:
      'The code for it has grown until nobody dares to touch it. How do you make it easier to change without breaking it?',
    new_system:
      'Design a small system for it. What are its parts, what passes between them, and where would you expect the first bottleneck?',
    growth:
      'Suppose that a system for it has to serve ten times as many people as today. What gives way first, and what do you change?',
    outage:
      'One part of a system for it fails at the busiest hour. How should the rest behave, and how do people find out?',
    data_model:
      'Which data would you keep for it, how would you arrange it, and which questions must it answer fast?',
    migration:
      'An old system for it is to be replaced while people go on using it. How do you get from the one to the other?',
    relevance:
      'Which of your experiences prepares you best for this? Tell us what you did there and what came of it.',
    priorities:
      'On a full day several people want something from you at the same time, and this is one of the things. How do you decide, and whom do you tell?',
    working_together:
      'Tell us about work of this kind that you could only do together with others. How did you divide it, and what did you do when it got difficult?',
    keeping_up:
      'How do you keep your knowledge of it up to date, and what have you changed in your work because of something you learned?',
    first_weeks:
      'Imagine your first weeks here. What do you want to find out about this part of the work, and how would you go about it?',
  },
  from_resume: 'Your CV touches on this, and you may take your example from there.',
  harder: {
    case: [
      'Choose a case in which you could not have everything.',
      'Choose a case in which the easy way was closed to you.',
    ],
    idea: [
      'Say also what speaks against your own way.',
      'Say also what you would do if your first way failed.',
    ],
  },
  easier: {
    case: ['A small everyday case is fine.', 'It may be something simple.'],
    idea: ['A simple example is fine.', 'The basics are enough.'],
  },
  criteria,
  feedback: {
    strength: {
      situation: 'You placed your answer in a real situation, so that one can picture it.',
      action: 'You said what you did yourself, step by step.',
      result: 'You said what came of it.',
      number: 'You made it concrete with figures.',
      reason: 'You gave reasons for your way.',
      tradeoff: 'You weighed one way against another.',
      example: 'You used a concrete example.',
      reflection: 'You said what you took from it.',
      check: 'You said how you checked your work.',
      risk: 'You thought of what can go wrong.',
      people: 'You spoke of the people involved.',
    },
    nothing: 'Thank you for your answer. It is saved as you gave it.',
    tip: {
      situation:
        'Start from one real situation: when it was, what was at stake, and who was involved.',
      action: 'Say what you did yourself, step by step.',
      result: 'Say how it ended, and how you could tell.',
      number: 'A figure, a date or an observation makes a result easier to picture.',
      reason: 'Say why you went that way.',
      tradeoff: 'Say which other way you considered, and what spoke for and against it.',
      example: 'Add a concrete example from your own work.',
      reflection: 'Say what you took from it, and what you do differently since.',
      check: 'Say how you made sure that it worked.',
      risk: 'Say what could go wrong, and what you would do then.',
      people: 'Say who else was involved, and how you spoke with them.',
    },
    complete:
      'In your next answer, keep to this: one case, your own steps, your reasons, and how it ended.',
  },
  closing: {
    offline:
      'This text was written offline, without a language model: a program compared the words of the answers with what each question asks for. A person reads the answers and decides.',
    answered: 'The answers dealt with {names}.',
    none_answered: 'No question was answered.',
    open: 'Left open: {names}.',
    not_read: 'A person will look at the part on {names}.',
    shown_most: 'The answers showed most about {names}.',
    shown_none: 'The answers gave the program little to go by, so it names no particular strength.',
    shown_least: 'Less was found about {names}.',
    shown_all: 'There was something to be found on every subject.',
    advice:
      'It helps to take one real case, to say what you did yourself and why, and to tell how it ended and how you could tell.',
  },
  follow_up: {
    situation: 'Could you take one particular case and tell us when and where it was?',
    action: 'Which steps did you take yourself, and in what order?',
    result: 'How did it end, and what was different afterwards?',
    number: 'How could one see the difference that it made?',
    reason: 'What made you go that way?',
    tradeoff: 'Which other ways did you think about, and what spoke against them?',
    example: 'Could you describe one example in more detail?',
    reflection: 'Looking back, what would you do in the same way again, and what not?',
    check: 'How did you, or how would you, find out whether it worked?',
    risk: 'What could have gone wrong, and what then?',
    people: 'Who else was involved, and how did you go about it together?',
  },
};
