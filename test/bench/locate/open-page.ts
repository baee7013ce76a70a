import type { Browser, Page } from 'playwright-core';

/** A page as the pairs were made for: 1280 × 850. */
export const openPage = async (browser: Browser): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 850 } });
