// The start of Lambda's runtime client: it has loaded these modules, imports a function, and asks
// for the first event. Plain JavaScript: stripping types would cost more than what is measured.
const [file, next] = process.argv.slice(2);
const loaded = ['assert', 'http', 'net', 'stream'].map((name) => process.getBuiltinModule(name));
const http = loaded[1];
await import(file);
http.get(next, () => {
  // The thread slept until this answer came, and the system knows its time exactly after a sleep.
  const { user, system } = process.threadCpuUsage();
  process.getBuiltinModule('fs').writeSync(1, String((user + system) / 1000));
  process.exit(0);
});
