import type { Use } from './endpoint-row.ts';

/** A function that runs on a schedule; all times are in seconds. */
interface ScheduleRow {
  /** Its folder under `functions/`. It has no route, so it has no endpoint row. */
  folder: string;
  uses: readonly Use[];
  /** How often it runs. */
  every: number;
  /** How long one run may take. */
  timeout: number;
}

/** What ends interviews that their candidates leave open, in the deployed stack and in the local one. */
export const sweep: ScheduleRow = {
  folder: 'sweep-interviews',
  uses: ['table:read', 'table:write', 'table:list', 'queue:send', 'sound:erase', 'sweeping'],
  every: 300,
  // Over before the next begins: two at once are safe, and one is enough.
  timeout: 270,
};

/** The log line of each run; with `overdue`, how many interviews were due and are left, it raises an alarm. */
export const sweptInterviews = 'interviews swept';
