import type { Input } from '../../../../client/types.ts';

/** The statuses that the list can be narrowed to, in the order of an interview's life. */
export const statuses = ['scheduled', 'in_progress', 'completed', 'expired', 'cancelled'] as const;

/** What the list is asked for, as it stands in the address of the page. */
export interface Asked {
  status: (typeof statuses)[number] | null;
  email: string;
  kit_id: string;
  /** Days, both included. */
  from: string;
  to: string;
  cursor: string;
}

/** What an address asks for; what it has of unknown values is left out. */
export const askedIn = (query: URLSearchParams): Asked => ({
  status: statuses.find((status) => status === query.get('status')) ?? null,
  email: query.get('email') ?? '',
  kit_id: query.get('kit') ?? '',
  from: query.get('from') ?? '',
  to: query.get('to') ?? '',
  cursor: query.get('cursor') ?? '',
});

/** The query of the page's address. */
export const queryOf = ({ status, email, kit_id, from, to, cursor }: Asked) => ({
  status,
  email,
  kit: kit_id,
  from,
  to,
  cursor,
});

/** The query of the API. A day is the day of the person, in their zone. */
export const inputOf = (
  { status, email, kit_id, from, to, cursor }: Asked,
  momentOfDay: (day: string, time: string) => string,
): Omit<Input<'listInterviews'>, 'cursor'> & { cursor?: string } => ({
  ...(status && { status }),
  ...(email && { email }),
  ...(kit_id && { kit_id }),
  ...(from && { from: momentOfDay(from, '00:00:00') }),
  ...(to && { to: momentOfDay(to, '23:59:59') }),
  ...(cursor && { cursor }),
});

/** How many of kit, from and to are set. */
export const narrowings = ({ kit_id, from, to }: Asked): number =>
  [kit_id, from, to].filter(Boolean).length;

/** Whether less than every interview is asked for. */
export const isNarrowed = (asked: Asked): boolean =>
  asked.status !== null || asked.email !== '' || narrowings(asked) > 0;
