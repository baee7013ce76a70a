import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** WebSocket address of the Chromium that `global-chromium.ts` started. */
    chromiumEndpoint: string;
  }
}

/** The run's Chromium, through a connection of its own: other files see none of its contexts, and closing it closes only those. */
export const sharedChromium = (): Promise<Browser> => chromium.connect(inject('chromiumEndpoint'));
