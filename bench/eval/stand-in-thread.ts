import { parentPort } from 'node:worker_threads';
import { startBedrock } from '../../local/bedrock/bedrock.ts';

// A thread of its own: it assesses answers while the harness checks and scores others.
const { endpoint } = await startBedrock();
parentPort?.postMessage(endpoint);
