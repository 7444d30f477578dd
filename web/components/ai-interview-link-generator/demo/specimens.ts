import type { LinkView } from '../index.tsx';

export interface Specimen {
  name: string;
  about: string;
  initial: Partial<LinkView>;
  generate: () => Promise<LinkView>;
  /** Whether the button is pressed when the page opens. */
  press?: boolean;
  /** Whether the browser refuses to copy. */
  refuse?: boolean;
}

const known = { candidate_name: 'Alex Morgan', job_title: 'Registered Nurse, Acute Ward' };

const link: LinkView = {
  ...known,
  candidate_email: 'alex.morgan@example.com',
  public_interview_url:
    'https://interviews.example.com/api/interviews/public/AQE3f0c2b8e45a4d0a9d6f1c52e7b09a14c8d3Zk5rT2hVb1d4UjlQbm1TcUw3/',
  expires_at: new Date(Math.ceil(Date.now() / 3_600_000 + 48) * 3_600_000).toISOString(),
};

const soon = () => new Promise<LinkView>((resolve) => setTimeout(resolve, 3_000, link));
const never = () => new Promise<LinkView>(() => {});
const fail = () =>
  Promise.reject(
    new Error('Interview must have a scheduled start time to generate AI interview link'),
  );

/** Every state of the component, in the order in which a person meets them. */
export const specimens: readonly Specimen[] = [
  {
    name: 'At rest',
    about: 'Before there is a link. Press the button: the link comes after three seconds.',
    initial: known,
    generate: soon,
  },
  {
    name: 'Working',
    about: 'Words come after one second. Here the answer never does.',
    initial: known,
    generate: never,
    press: true,
  },
  {
    name: 'Made',
    about: 'The address in a field of its own, so that it can be selected by hand.',
    initial: link,
    generate: soon,
  },
  {
    name: 'Copied',
    about: 'Said once, in words. The button does not change.',
    initial: link,
    generate: soon,
    press: true,
  },
  {
    name: 'Copy refused',
    about: 'Press Copy: here the browser refuses, and the address is selected.',
    initial: link,
    generate: soon,
    refuse: true,
  },
  {
    name: 'Failed',
    about: 'What went wrong, in the server’s sentence, and what to do now.',
    initial: known,
    generate: fail,
    press: true,
  },
];
