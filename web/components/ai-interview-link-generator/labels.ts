/** Every word of the component. `{keys}` stands where the keys to press are shown. */
export const englishLabels = {
  title: 'AI interview link',
  candidate: 'Candidate',
  job: 'Job',
  worksUntil: 'Works until',
  ended: 'Ended',
  link: 'Interview link',
  generate: 'Generate AI interview link',
  working:
    'Questions and sound are being prepared. The first link of a job takes up to 20 seconds.',
  made: 'The link is made.',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied.',
  pressKeys: 'The link is selected: press {keys}',
  holdToCopy: 'The link is selected: hold it to copy it',
  failed: 'The link was not made. Try again in a moment.',
  tryAgain: 'Try again',
};

export type Labels = Record<keyof typeof englishLabels, string>;

/** All labels: those given, and English for those that are not. */
export const completed = (given: Partial<Labels> | undefined): Labels => {
  const set = Object.entries(given ?? {}).filter(([, label]) => typeof label === 'string');
  return { ...englishLabels, ...Object.fromEntries(set) };
};
