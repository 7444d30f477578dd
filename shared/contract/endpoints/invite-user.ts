import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { EmailAddress, exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { PersonView, Role } from '../person-view.ts';

export const inviteUserEndpoint = row({
  method: 'POST',
  path: '/api/users/',
  folder: 'invite-user',
  access: 'admin',
  summary: 'Invite a person, or send the invitation again',
  uses: ['users:invite', 'table:write'],
  body: z.object({ email: EmailAddress, name: exactText(limits.name, 1), role: Role }),
  status: 201,
  response: PersonView,
  errors: [],
});
