import type { Anchor } from '../../model/pack/anchor.ts';
import type { AppPage } from './app-page.ts';
import type { SignInStep } from './check-files.ts';
import { describeControl } from './list-anchors.ts';
import { POLL_MS, type WalkDeps } from './walk-deps.ts';

/** Time that a page gets to react to a press. */
const SETTLE_MS = 300;

interface SignInDeps extends Pick<WalkDeps, 'page' | 'stepMs' | 'now' | 'wait'> {
  app: URL;
}

/** Signs in. A failure is told by its step and control, and never by what was entered. */
export async function signInToApp(
  steps: readonly SignInStep[],
  deps: SignInDeps,
): Promise<{ ok: true } | { ok: false; why: string }> {
  for (const [nth, step] of steps.entries()) {
    const why = await takeStep(step, deps);
    if (why !== undefined) return { ok: false, why: `step ${nth + 1} of signing in: ${why}` };
  }
  return { ok: true };
}

/** Returns why the step could not be taken, if so. */
async function takeStep(step: SignInStep, deps: SignInDeps): Promise<string | undefined> {
  const { page, app, wait } = deps;
  if ('go' in step) {
    const loaded = await page.navigate(new URL(step.go, app).href);
    return loaded.ok ? undefined : `${step.go} could not be opened: ${loaded.why}.`;
  }
  const anchor = 'fill' in step ? step.fill : 'click' in step ? step.click : step.wait;
  const why = await waitFor(anchor, deps);
  if (why !== undefined) return why;
  if ('wait' in step) return undefined;
  const pressed = 'fill' in step ? await page.type(anchor, step.with) : await page.press(anchor);
  if (pressed.is === 'covered') return `${describeControl(anchor)} cannot be pressed: ${pressed.by} lies over it.`;
  if (pressed.is === 'gone') return `${describeControl(anchor)} has gone before it could be used.`;
  if ('click' in step) await wait(SETTLE_MS);
  return undefined;
}

async function waitFor(anchor: Anchor, { page, stepMs, now, wait }: SignInDeps): Promise<string | undefined> {
  const until = now() + stepMs;
  for (;;) {
    const [sighting] = await look(page, anchor);
    if (sighting!.state === 'found') return undefined;
    if (now() > until) return `${describeControl(anchor)} is ${sighting!.state}. ${sighting!.reason}`;
    await wait(POLL_MS);
  }
}

const look = (page: AppPage, anchor: Anchor) => page.look([anchor]);
