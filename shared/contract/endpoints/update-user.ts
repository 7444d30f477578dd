import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { PersonView, Role } from '../person-view.ts';

export const updateUserEndpoint = row({
  method: 'PATCH',
  path: '/api/users/{user_id}/',
  folder: 'update-user',
  access: 'admin',
  summary: 'Change a person’s name or role, or switch them off',
  uses: ['users:update', 'table:write'],
  params: z.object({ user_id: z.string() }),
  body: z
    .object({
      name: exactText(limits.name, 1).optional(),
      role: Role.optional(),
      enabled: z.boolean().optional(),
    })
    .check(
      z.refine((change) => Object.values(change).some((value) => value !== undefined), {
        error: 'must have name, role or enabled',
      }),
    ),
  status: 200,
  response: PersonView,
  errors: ['user_not_found', 'conflict'],
});
