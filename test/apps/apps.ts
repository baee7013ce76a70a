import type { AppJourney } from './app-journey.ts';

/** The apps there are, in the order they are tried. Each is brought in only when it is asked for. */
const apps: Record<string, () => Promise<AppJourney>> = {
  cockpit: async () => (await import('./cockpit/journey.ts')).journey,
  rt5: async () => (await import('./rt5/journey.ts')).journey,
  vendure: async () => (await import('./vendure/journey.ts')).journey,
  ui5: async () => (await import('./ui5/journey.ts')).journey,
};
export const appNames = Object.keys(apps);

export function journeyOf(name: string): Promise<AppJourney> {
  const found = apps[name];
  if (!found) throw new Error(`There is no app "${name}" here. There are: ${appNames.join(', ')}.`);
  return found();
}
