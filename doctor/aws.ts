import type { Watched } from './cloud-watch.ts';
import { all, type Finding, inOrder, notChecked } from './finding.ts';

const names = ['alarms', 'queue age', 'dead letters'];

/** What only AWS knows of a deployment; `watched` is null without its credentials. */
export const inAws = async function* (
  watched: Watched | null,
  isLocal: boolean,
): AsyncGenerator<Finding> {
  if (watched) {
    // Only now: the client takes a while to load.
    const { alarms } = await import('./checks/alarms.ts');
    const { deadLetters, queueAge } = await import('./checks/evaluation-queue.ts');
    yield* inOrder([alarms, queueAge, deadLetters], watched);
    return;
  }
  yield* all(
    names,
    isLocal
      ? notChecked('Not applicable: a stack on this machine has none in AWS', 'Nothing to do')
      : notChecked('This takes AWS credentials', 'Give --stack and --region'),
  );
};
