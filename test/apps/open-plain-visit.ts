import { chromium } from 'playwright-core';
import { ENVIRONMENT_VARIABLES } from '../../setup/find-programs.ts';
import { startScreens } from '../journeys/harness/screens.ts';
import type { Visit } from './real-app.ts';
import { visitInChromium } from './visit-in-chromium.ts';

interface Wanted {
  lifetime: AsyncDisposableStack;
  url: string;
  language: string;
}

/** A tab of a Chromium that has no extension, in a language. */
export async function openPlainVisit({ lifetime, url, language }: Wanted): Promise<Visit> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: process.env[ENVIRONMENT_VARIABLES.chromium] ?? '/usr/bin/chromium',
    env: { ...process.env, LANGUAGE: language } as Record<string, string>,
    locale: language,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', `--lang=${language}`],
  });
  lifetime.defer(() => context.close());
  return visitInChromium({ context, url, shots: await startScreens('apps-recording') });
}
