import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { listQuery, nextCursor } from '../list-query.ts';
import { PersonView } from '../person-view.ts';

export const listUsersEndpoint = row({
  method: 'GET',
  path: '/api/users/',
  folder: 'list-users',
  access: 'admin',
  summary: 'List the people with an account, newest first',
  uses: ['users:list', 'link-keys'],
  query: z.object(listQuery),
  status: 200,
  response: z.object({ items: z.array(PersonView), next_cursor: nextCursor }),
  errors: ['invalid_cursor'],
});
