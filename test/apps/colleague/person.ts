import { builtExtension } from '../../journeys/harness/built-extension.ts';
import { startChromium } from '../../journeys/harness/chromium.ts';
import { startFirefox } from '../../journeys/harness/firefox.ts';
import type { ManagedPolicy } from '../../journeys/harness/policy-content.ts';
import { untilRegistered } from '../../journeys/harness/registered-scripts.ts';
import type { Screens } from '../../journeys/harness/screens.ts';
import { patience } from '../pressing.ts';
import type { BrowserName, Visit } from '../real-app.ts';
import { visitInChromium } from '../visit-in-chromium.ts';
import { visitInFirefox } from '../visit-in-firefox.ts';
import { type Panel, panelIn } from './panel.ts';

/** Somebody with a browser of their own. */
export interface Person {
  /** The tab with the app. */
  visit: Visit;
  /** Opens a section of the panel behind that tab. */
  openPanel(section: string): Promise<Panel>;
  close(): Promise<void>;
}

export interface PersonDeps {
  lifetime: AsyncDisposableStack;
  policy: ManagedPolicy;
  /** Origin of the app. */
  url: string;
  shots: Screens;
}

export const people: Record<BrowserName, (deps: PersonDeps) => Promise<Person>> = {
  Chromium: async ({ lifetime, policy, url, shots }) => {
    const chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy });
    await untilRegistered(chromium, patience);
    const { context, worker, extensionId } = chromium;
    const visit = await visitInChromium({ context, worker, url, shots });
    return {
      visit,
      openPanel: async (section) => {
        const page = await context.newPage();
        await page.goto(`chrome-extension://${extensionId}/panel.html#${section}`);
        await visit.front();
        return panelIn(page);
      },
      close: () => chromium.close(),
    };
  },
  Firefox: async ({ lifetime, policy, url, shots }) => {
    const firefox = await startFirefox({ lifetime, extension: builtExtension('firefox'), policy });
    const visit = await visitInFirefox({ firefox, url, shots });
    return {
      visit,
      openPanel: async (section) => {
        const page = await firefox.extensionPage(`panel.html#${section}`);
        await visit.front();
        return panelIn(page);
      },
      close: () => firefox.close(),
    };
  },
};
