import type { AppJourney } from './app-journey.ts';
import { appNames, journeyOf } from './apps.ts';
import { addressName } from './open-app.ts';

/** The journeys of the apps that run: `npm run test:apps` says where. */
export async function appsHere(): Promise<AppJourney[]> {
  const running = appNames.filter((name) => process.env[addressName(name)]);
  if (running.length === 0) throw new Error('No app runs for these journeys. Run `npm run test:apps [NAME…]`.');
  return Promise.all(running.map(journeyOf));
}
