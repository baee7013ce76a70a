import type { Page } from 'playwright-core';
import type { AppJourney } from '../../apps/app-journey.ts';
import { readPack } from '../../apps/read-pack.ts';
import { visitInTab } from '../../apps/visit-in-chromium.ts';
import { noScreens } from '../../journeys/harness/screens.ts';
import type { MeasuredPage } from './measured-page.ts';

/** A real business app that runs at that origin. A person at work does all of its tasks once, without trouble. */
export function appPage({ name, languages: [language], ...app }: AppJourney, origin: string): MeasuredPage {
  const visitIn = (tab: Page) => visitInTab(tab, { context: tab.context(), url: origin, shots: noScreens });
  return {
    name,
    origin,
    pack: readPack(name),
    open: async (tab) => app.enter(await visitIn(tab), language),
    act: async (tab) => {
      const visit = await visitIn(tab);
      await app.enter(visit, language);
      for (const { act } of app.tasks) await act(visit);
    },
  };
}
