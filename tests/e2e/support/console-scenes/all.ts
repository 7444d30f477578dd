import '../quiet.ts';
import { accessScenes } from './access.ts';
import { interviewScenes } from './interview.ts';
import { kitScenes } from './kits.ts';
import { listScenes } from './list.ts';
import { readingScenes } from './reading.ts';
import type { ConsoleScene } from './scene.ts';
import { schedulingScenes } from './scheduling.ts';

/** Every screen of the console, area by area. */
export const consoleScenes: readonly ConsoleScene[] = [
  ...accessScenes,
  ...listScenes,
  ...kitScenes,
  ...interviewScenes,
  ...schedulingScenes,
  ...readingScenes,
];
