// The command that runs the hub: node src/hub/start.mjs [link | token | help]
// It is plain JavaScript, because a Node that cannot run TypeScript fails on main.ts with an error that says nothing of the cause.
if (process.features.typescript) await import('./main.ts');
else {
  console.error(
    `The hub needs Node 22.18 or newer, and this is Node ${process.versions.node}. Install a newer one, or run "npm run hub", which brings its own.`,
  );
  process.exitCode = 1;
}
