import type { Output } from '../../../../client/types.ts';
import type { Shown } from '../../parts/status.tsx';
import { isolated } from '../interview/shown.ts';

export type Person = Output<'listUsers'>['items'][number];

/** Whether a person can log in, as a word with its shape. */
export const accessOf = ({ enabled, status }: Person): Shown => {
  if (!enabled) return { word: 'Switched off', icon: 'cancelled', tone: 'off' };
  if (status === 'invited') return { word: 'Invited', icon: 'waiting' };
  return { word: 'Active', icon: 'done', tone: 'ok' };
};

/** Something that can be done with an account: the question, what it means, and what is sent. */
export interface Change {
  /** On the button that asks. */
  label: string;
  title: string;
  text: string;
  keep: string;
  isDangerous?: boolean;
  /** Said when it is done. */
  done: string;
  sent: { role?: 'admin' | 'recruiter'; enabled?: boolean };
}

/** What can be changed of an account as it is. */
export const changesOf = (person: Person): Change[] => {
  const { role, enabled } = person;
  const name = isolated(person.name);
  return [
    role === 'admin'
      ? {
          label: 'Make a recruiter',
          title: `Make ${name} a recruiter?`,
          text: `${name} can then no longer erase interviews, set a legal hold or look after people, and has to log in again.`,
          keep: 'Keep as an admin',
          done: `${name} is a recruiter now.`,
          sent: { role: 'recruiter' },
        }
      : {
          label: 'Make an admin',
          title: `Make ${name} an admin?`,
          text: `${name} can then also erase interviews, set a legal hold, and look after people. It counts from the next login.`,
          keep: 'Keep as it is',
          done: `${name} is an admin now.`,
          sent: { role: 'admin' },
        },
    enabled
      ? {
          label: 'Switch off',
          title: `Switch off ${name}’s account?`,
          text: `${name} is logged out and can no longer log in. What ${name} has done stays, with the name. You can switch it on again.`,
          keep: 'Keep it on',
          isDangerous: true,
          done: `${name}’s account is switched off.`,
          sent: { enabled: false },
        }
      : {
          label: 'Switch on',
          title: `Switch on ${name}’s account?`,
          text: `${name} can log in again, with the password from before.`,
          keep: 'Keep it off',
          done: `${name}’s account is switched on.`,
          sent: { enabled: true },
        },
  ];
};
