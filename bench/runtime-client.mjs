// The start of Lambda's runtime client: it has loaded these modules, imports a function, and
// requests the first event. Plain JavaScript: stripping types would cost more than is measured.
const [file, next] = process.argv.slice(2);
const loaded = ['assert', 'http', 'net', 'stream'].map((name) => process.getBuiltinModule(name));
const http = loaded[1];
await import(file);
http.get(next, () => {
  // The thread slept until this response came, and after a sleep its CPU time is known exactly.
  const { user, system } = process.threadCpuUsage();
  process.getBuiltinModule('fs').writeSync(1, String((user + system) / 1000));
  process.exit(0);
});
