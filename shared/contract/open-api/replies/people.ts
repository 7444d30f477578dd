import { endpoints } from '../../endpoints.ts';
import { Done, PersonView, Role } from '../../person-view.ts';
import type { Named } from '../named.ts';
import { nameOfPerson } from '../words/others.ts';

/** People with an account, and what has nothing to tell. */
export const people: Readonly<Record<string, Named>> = {
  Role: {
    schema: Role,
    description: 'An admin may do everything; a recruiter all but what is for admins only.',
  },
  PersonStatus: {
    schema: PersonView.shape.status,
    description: 'Invited until the first login.',
  },
  Person: {
    schema: PersonView,
    description: 'Someone with an account.',
    fields: {
      name: nameOfPerson,
      role: 'What the person may do; null for an account that may do nothing',
      status: 'Whether the person has logged in yet',
    },
  },
  PersonList: { schema: endpoints.listUsers.response, description: 'A page of people.' },
  Done: { schema: Done, description: 'It is done.' },
};
