import { runCommand } from '../../setup/run-command.ts';
import { startOrders } from './start-orders.ts';

/** The orders app alone: node setup/bootstrap.mjs demo/orders/main.ts [PORT] */
await runCommand(async ({ args, log, lifetime }) => {
  await startOrders({ port: args[0] === undefined ? undefined : Number(args[0]), lifetime, log });
  await new Promise((_, stopped) => lifetime.addEventListener('abort', () => stopped(lifetime.reason)));
  return 0;
});
