import { afterAll, beforeAll, describe } from 'vitest';
import { arrivalCases } from './cases/arrival.ts';
import { endingCases } from './cases/ending.ts';
import { interruptionCases } from './cases/interruptions.ts';
import { journeyCases } from './cases/journey.ts';
import { languageCases } from './cases/languages.ts';
import { linkEndCases } from './cases/link-end.ts';
import { looksCases } from './cases/looks.ts';
import { privacyCases } from './cases/privacy.ts';
import { readingAndFocusCases } from './cases/reading-and-focus.ts';
import { slowAiCases } from './cases/slow-ai.ts';
import { soundCases } from './cases/sound.ts';
import { tabsAndBackCases } from './cases/tabs-and-back.ts';
import { twoDevicesCases } from './cases/two-devices.ts';
import { openStage, type Stage } from './support/stage.ts';

// One system and one browser for all cases: starting them takes longer than most of the cases.
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
const given = () => stage;

describe.concurrent('the candidate’s page', () => {
  journeyCases(given);
  endingCases(given);
  arrivalCases(given);
  interruptionCases(given);
  linkEndCases(given);
  tabsAndBackCases(given);
  twoDevicesCases(given);
  slowAiCases(given);
  soundCases(given);
  languageCases(given);
  privacyCases(given);
  looksCases(given);
  readingAndFocusCases(given);
});
