import type { Output } from '../../client/types.ts';

type Job = Output<'getKit'>;

export const types: Readonly<Record<Job['ai_interview_type'], string>> = {
  general: 'General',
  technical: 'Technical',
  behavioral: 'Behavioral',
  coding: 'Coding',
  system_design: 'System design',
};

export const difficulties: Readonly<Record<Job['difficulty'], string>> = {
  easy: 'Easy',
  medium: 'Medium',
  hard: 'Hard',
};

/** A language tag with the name of its language, `English (en-US)`. */
export const languageTitle = (tag: string): string => {
  try {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    return `${names.of(new Intl.Locale(tag).language)} (${tag})`;
  } catch {
    return tag;
  }
};
