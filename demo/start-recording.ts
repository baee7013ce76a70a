import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../setup/project-root.ts';
import { DEMO_FOLDER } from './demo-folder.ts';

export interface Recording {
  /**
   * Play one scene: it throws if what it claims is not seen. Then a numbered picture of the page it ends on is taken and a line said.
   */
  scene(claim: string, play: () => Promise<Page>): Promise<void>;
  sceneCount(): number;
}

const SCREENS_FOLDER = join(DEMO_FOLDER, 'screens');

/** Numbered pictures and one line a scene; those of the last run are gone. A scene that is not seen leaves a picture of every tab. */
export function startRecording({ log, context }: { log: (line: string) => void; context: BrowserContext }): Recording {
  rmSync(SCREENS_FOLDER, { recursive: true, force: true });
  mkdirSync(SCREENS_FOLDER, { recursive: true });
  let sceneCount = 0;
  return {
    sceneCount: () => sceneCount,
    scene: async (claim, play) => {
      const page = await play().catch(async (error: Error) => {
        await Promise.all(
          context.pages().map((page, at) => page.screenshot({ path: join(SCREENS_FOLDER, `not-seen-tab-${at + 1}.png`) })),
        );
        throw new Error(
          `NOT seen: ${claim}  (pictures of each tab: ${relative(projectRoot, SCREENS_FOLDER)}/not-seen-*)\n${error.message}`,
        );
      });
      sceneCount += 1;
      const path = join(SCREENS_FOLDER, `${String(sceneCount).padStart(2, '0')}-${slugOf(claim)}.png`);
      await page.screenshot({ path });
      log(`seen: ${claim}  (${relative(projectRoot, path)})`);
    },
  };
}

const slugOf = (claim: string) =>
  claim
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
