import { endpoints } from '../shared/contract/endpoints.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import { apiEvent, lambdaContext } from '../tests/support/events.ts';
import { interleaved, perCall } from './interleaved.ts';
import type { Bench } from './measure.ts';
import { withoutOutput } from './without-output.ts';

const submit = endpoints.submitResponse;
const id = (n: number) => `0f2b5a3e-6c1d-4e8f-9a7b-1c2d3e4f5a6${n}`;
const body = JSON.stringify({
  session_id: id(0),
  link_token: 'A'.repeat(110),
  response_text: 'We moved the queue to a table with a condition on each write. '.repeat(10),
  question_id: id(1),
});

/** As many headers as CloudFront and a browser send. */
const headers = Object.fromEntries(
  Array.from({ length: 24 }, (_, n) => [`X-Sent-Along-${n}`, 'a value of the usual length']),
);

/** No logic at all: only what surrounds it is measured. */
const logic = (sent: { question_id?: string | undefined }) => ({
  response_id: id(2),
  current_question_id: sent.question_id ?? id(1),
  next_question: 'What did you measure before and after that change?',
  next_question_id: id(3),
  feedback: 'You named the case and its result. Say how you would know if it failed.',
  feedback_detail: null,
  next_instruction: 'Please proceed to the next question.',
  answered_questions: 2,
  total_questions: 5,
  message: 'Response submitted successfully',
});
const handler = endpoint(submit, (call) => logic(call.body));
const bare = () =>
  JSON.stringify(submit.response.parse(logic(submit.body.parse(JSON.parse(body)))));

export const framework: Bench = {
  name: 'framework',
  about: 'what a request costs before and after its logic',
  measure: async () => {
    const event = apiEvent({ body, headers });
    const context = lambdaContext();
    const { whole, plain } = await withoutOutput(() =>
      interleaved(
        { whole: perCall(() => handler(event, context)), plain: perCall(bare) },
        { rounds: 30, warmUp: 5 },
      ),
    );
    const us = (ms: number) => `${(ms * 1000).toFixed(1)} µs`;
    return [
      {
        what: 'framework cost of a request',
        value: whole / plain,
        unit: '×',
        gate: 3,
        reach: 2,
        basis: `submit-response without logic: a request through endpoint() (parse, validate, strip the response, discard the access log, ${us(whole)}) ÷ JSON.parse, the same two zod schemas, JSON.stringify (${us(plain)})`,
      },
    ];
  },
};
