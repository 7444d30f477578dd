// Run as Lambda runs a function: the bundle alone, with its variables, called once. It is plain
// JavaScript, because it is in a folder of its own with nothing else to import.
const [file, event] = process.argv.slice(2);
const { handler } = await import(file);
const answer = await handler(JSON.parse(event), {
  awsRequestId: 'invocation-1',
  functionName: 'function',
  getRemainingTimeInMillis: () => 20_000,
});
// Logs go to the same stream, each on a line of its own; the response is the last.
process.stdout.write(`\n${JSON.stringify(answer)}\n`, () => process.exit(0));
