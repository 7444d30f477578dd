// Runs on any Node, before anything that only Node 24 can run.
const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major !== wanted) {
  console.error(
    `Talaro needs Node ${wanted}, and this is Node ${process.versions.node}.
Run it through npm (npm start, npm test): npm ci installs Node ${wanted} with the other packages.
If you did, the package "node" was installed without its install script; run: npm rebuild node`,
  );
  process.exit(1);
}
