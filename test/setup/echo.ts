// What the bootstrap hands on, for its test: prints what it got, then ends or waits as it is told.
console.log(JSON.stringify({ args: process.argv.slice(2), node: process.versions.node, pid: process.pid }));
if (process.argv[2] === 'wait') {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  setInterval(() => {}, 1000);
} else process.exit(Number(process.argv[2]));
