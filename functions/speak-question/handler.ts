import { speakQuestionEndpoint } from '../../shared/contract/endpoints/speak-question.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readKitVersion } from '../../shared/table/kit-versions.ts';
import { readKitAlone } from '../../shared/table/kits.ts';
import { bookSpending } from '../../shared/table/spending.ts';
import { connectVoice } from '../../shared/voice/connect.ts';
import { speakQuestion } from './speak-question.ts';

const env = readEnv('TABLE_NAME', 'AUDIO_BUCKET');
const table = connectTable(env.TABLE_NAME);
const deps = {
  ...bind(table, { readKitAlone, readKitVersion, bookSpending }),
  speak: connectVoice(env.AUDIO_BUCKET, table),
  now: Date.now,
};

export const handler = endpoint(speakQuestionEndpoint, ({ params, body, deadline }) =>
  speakQuestion(deps, { ...params, ...body }, deadline),
);
