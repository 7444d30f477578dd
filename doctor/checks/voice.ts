import * as z from 'zod';
import { endpoints } from '../../shared/contract/endpoints.ts';
import { KitView } from '../../shared/contract/kit-view.ts';
import { Provenance } from '../../shared/domain/provenance.ts';
import { type Outcome, ok, wrong } from '../finding.ts';
import { came, contentOf, type Site } from '../site.ts';

/** What the checks need of a kit: enough of it is read, so that an older version is no fault. */
export const Written = KitView.pick({ kit_id: true, version: true }).extend({
  questions: z.array(z.object({ id: z.string() })).min(1),
  provenance: z.array(Provenance.pick({ evaluator: true, model_id: true })).min(1),
});
export type Written = z.infer<typeof Written>;

const { path, method, response } = endpoints.speakQuestion;

const look =
  'Look at the log of speak-question; candidates can read every question, and take the interview without sound';

/** Whether a question is spoken, and its sound can be fetched as a candidate’s browser does. */
export const spoken = async (
  { url, send }: Site,
  headers: Record<string, string>,
  { kit_id, version, questions }: Written,
): Promise<Outcome> => {
  const reply = await send(path.replace('{kit_id}', encodeURIComponent(kit_id)), {
    method,
    headers,
    body: { version, question_id: questions[0]?.id },
    timeout: 35_000,
  });
  if (reply.status !== 200) return wrong(`No question is spoken: ${came(reply)}`, look);
  const { audio_url } = contentOf(response, reply);
  if (audio_url === null) return wrong('The voice is not available: there is no sound', look);
  if (URL.parse(audio_url, url)?.origin !== url.origin) {
    return wrong(
      'The sound is on another origin than the page, which therefore cannot play it',
      look,
    );
  }
  const sound = await send(audio_url, { headers: { accept: 'audio/*' } });
  const isSound = sound.headers.get('content-type') === 'audio/mpeg' && sound.body.length > 0;
  return sound.status === 200 && isSound
    ? ok(`A question is spoken: ${Math.ceil(sound.body.length / 1024)} KB of sound`)
    : wrong(`The sound cannot be fetched: ${came(sound)}, ${sound.body.length} bytes`, look);
};
