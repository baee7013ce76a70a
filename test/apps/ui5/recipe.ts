import { startOrders } from '../../../demo/orders/start-orders.ts';
import type { Recipe } from '../real-app.ts';

/** The app of the demo, at a spare port: SAP's own templates behind a sign-in. */
export const recipe: Recipe = {
  title: 'SAP Fiori templates on OpenUI5 1.136',
  start: ({ log, lifetime }) => startOrders({ port: 0, log, lifetime }),
};
