import { main } from '../../setup/main.ts';
import { startOrders } from './start-orders.ts';

/** The orders app alone: node setup/bootstrap.mjs demo/orders/main.ts [PORT] */
await main(async ({ args, say, lifetime }) => {
  await startOrders({ port: args[0] === undefined ? undefined : Number(args[0]), lifetime, say });
  await new Promise((_, stopped) => lifetime.addEventListener('abort', () => stopped(lifetime.reason)));
  return 0;
});
