import type { AppJourney } from './app-journey.ts';
import type { RecipeDeps, RunningApp } from './real-app.ts';

export const addressName = (name: string) => `CAIRN_APP_${name.toUpperCase()}`;

/** The app where the environment says that it runs already; else it is started, and ends with the lifetime. */
export async function openApp({ name, recipe }: AppJourney, telling: RecipeDeps): Promise<RunningApp> {
  const url = process.env[addressName(name)];
  return url ? { url, stop: async () => {} } : recipe.start(telling);
}
