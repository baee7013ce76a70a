import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { projectRoot } from './built-extension.ts';

/** A page of either browser. */
type ScreenshotPage = { screenshot(how: { path: `${string}.png` }): Promise<unknown> };

export type Screens = {
  /** Saves what the person sees now, as `NN-title.png`; gives the file's path. */
  take(page: ScreenshotPage, title: string): Promise<string>;
};

/** For those who take no pictures. */
export const noScreens: Screens = { take: async () => '' };

/** Numbered pictures of one journey under `.cairn/screens/NAME`; those of the last run are gone. */
export async function startScreens(name: string): Promise<Screens> {
  const folder = join(projectRoot, '.cairn', 'screens', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let taken = 0;
  return {
    take: async (page, title) => {
      taken += 1;
      const path = join(folder, `${String(taken).padStart(2, '0')}-${title}`);
      await page.screenshot({ path: `${path}.png` });
      return `${path}.png`;
    },
  };
}

/** The same for all tests of a file. */
export function useScreens(name: string): Screens {
  let screens: Screens;
  beforeAll(async () => {
    screens = await startScreens(name);
  });
  return { take: (page, title) => screens.take(page, title) };
}
