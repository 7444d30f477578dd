import { endpoints } from '../../shared/contract/endpoints.ts';
import { type Check, ok, wrong } from '../finding.ts';
import { contentOf, type Site } from '../site.ts';

const { path, response } = endpoints.readHealth;

/** By how much clocks may differ, in ms: the way of a request and the full seconds of a Date header. */
const tolerance = 15_000;

const near = (one: number, other: number) => Math.abs(one - other) <= tolerance;

const duration = (ms: number): string => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
};
const off = (clock: number, right: number): string =>
  `${duration(clock - right)} ${clock > right ? 'fast' : 'slow'}`;

/** Whose clock is off: the one that differs from the two others. */
export const clock: Check<Site> = {
  name: 'clock',
  run: async ({ send }) => {
    const reply = await send(path);
    const server = Date.parse(contentOf(response, reply).server_time);
    const header = Date.parse(reply.headers.get('date') ?? '');
    const here = (reply.asked + reply.answered) / 2;
    if (near(server, here)) {
      return Number.isNaN(header) || near(header, here)
        ? ok('The server’s time, its Date header and this machine agree')
        : wrong(
            `The Date header is ${off(header, here)}`,
            'Look at the proxy in front of the deployment; Talaro’s own time is right',
          );
    }
    if (near(server, header)) {
      return wrong(
        `The clock of this machine is ${off(here, server)}; the server’s is right`,
        'Synchronize the clock of this machine: AWS refuses requests whose time is five minutes off',
      );
    }
    const says = near(header, here)
      ? `The server’s time is ${off(server, here)}, by its Date header and by this machine`
      : `The server’s time is ${off(server, here)} by this machine, and its Date header says neither`;
    return wrong(says, 'Correct the clock of the server: interviews open and close by it');
  },
};
