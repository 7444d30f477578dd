import * as z from 'zod';
import { EmailAddress } from '../../domain/email-address.ts';
import { exactText, limits } from '../../domain/text.ts';
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
