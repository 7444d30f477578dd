import type { Command } from './command.ts';
import { batch } from './commands/batch.ts';
import { create } from './commands/create.ts';
import { doctor } from './commands/doctor.ts';
import { erase } from './commands/erase.ts';
import { exportCommand } from './commands/export.ts';
import { kits } from './commands/kits.ts';
import { kitsApprove } from './commands/kits-approve.ts';
import { kitsCreate } from './commands/kits-create.ts';
import { kitsShow } from './commands/kits-show.ts';
import { link } from './commands/link.ts';
import { list } from './commands/list.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { review } from './commands/review.ts';
import { watch } from './commands/watch.ts';
import { whoami } from './commands/whoami.ts';

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  login,
  logout,
  whoami,
  kits,
  'kits show': kitsShow,
  'kits create': kitsCreate,
  'kits approve': kitsApprove,
  create,
  batch,
  link,
  list,
  watch,
  review,
  export: exportCommand,
  erase,
  doctor,
};
