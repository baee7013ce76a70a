import { setTimeout as wait } from 'node:timers/promises';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { ControlSighting } from '../../probe/control-sighting.ts';
import type { AppPage, Gesture, PressResult } from './app-page.ts';
import { type PageSession, type ProbeWorld, unlessRefused } from './page-session.ts';
import { pressElement } from './press-element.ts';

const BEST_FIRST: readonly ControlSighting['state'][] = ['found', 'ambiguous', 'weak', 'hidden', 'absent'];
const NOT_LOADED: ControlSighting = { state: 'absent', reason: 'The page could not be read: it was being loaded.' };
const MAX_LOAD_MS = 15_000;

/** A page of the app, through the session of its tab. */
export function createDevToolsPage(session: PageSession): AppPage {
  async function lookIn(world: ProbeWorld, anchors: readonly Anchor[]): Promise<ControlSighting[] | undefined> {
    return session.call(world, 'look', [anchors]).catch(unlessRefused);
  }

  async function look(anchors: readonly Anchor[]): Promise<ControlSighting[]> {
    const worlds = await session.worlds().catch(unlessRefused);
    const sightings: ControlSighting[][] = [];
    for (const world of worlds ?? []) sightings.push((await lookIn(world, anchors)) ?? []);
    return anchors.map((_, nth) => bestOf(sightings.flatMap((one) => one[nth] ?? [])));
  }

  /** The frame that has the control. */
  async function worldWith(anchor: Anchor): Promise<ProbeWorld | undefined> {
    for (const world of (await session.worlds().catch(unlessRefused)) ?? []) {
      const [sighting] = (await lookIn(world, [anchor])) ?? [];
      if (sighting?.state === 'found') return world;
    }
    return undefined;
  }

  async function press(anchor: Anchor, gesture: Gesture = 'click', to?: Anchor): Promise<PressResult> {
    const world = await worldWith(anchor);
    const objectId = world && (await session.element(world, anchor).catch(unlessRefused));
    if (!world || !objectId) return { is: 'gone' };
    const target = to && (await elementOf(to));
    if (to && !target) return { is: 'gone' };
    const result = await pressElement(session, { objectId, gesture, to: target });
    if (result.is !== 'no-box') return result;
    // What has no box of its own, such as an input drawn by its label, is pressed as the player does it.
    const refusal = await session.call(world, 'perform', [anchor, { act: 'click' }]).catch(unlessRefused);
    return refusal === 'gone' ? { is: 'gone' } : { is: 'pressed' };
  }

  async function elementOf(anchor: Anchor): Promise<string | undefined> {
    const world = await worldWith(anchor);
    return world && session.element(world, anchor).catch(unlessRefused);
  }

  return {
    look,
    press,
    async type(anchor, text) {
      const pressed = await press(anchor);
      if (pressed.is !== 'pressed') return pressed;
      const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: 2 };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, commands: ['selectAll'] });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      await session.send('Input.insertText', { text });
      return pressed;
    },
    async url() {
      const { url, urlFragment = '' } = (await session.frameTree()).frame;
      return url + urlFragment;
    },
    navigate: (url) => navigate(session, url),
    reopen: session.reopen,
    async passes(anchor, test) {
      const world = await worldWith(anchor);
      return (world && (await session.call(world, 'passes', [anchor, test]).catch(unlessRefused))) ?? false;
    },
    async pressFacts(anchor) {
      const world = await worldWith(anchor);
      return world && (await session.call(world, 'pressFacts', [anchor]).catch(unlessRefused));
    },
    async perform(anchor, act) {
      const world = await worldWith(anchor);
      return world ? ((await session.call(world, 'perform', [anchor, act]).catch(unlessRefused)) ?? undefined) : 'gone';
    },
    async enter(anchor, test, given) {
      const world = await worldWith(anchor);
      return world ? ((await session.call(world, 'enter', [anchor, test, given]).catch(unlessRefused)) ?? undefined) : 'gone';
    },
  };
}

const bestOf = (sightings: readonly ControlSighting[]): ControlSighting =>
  BEST_FIRST.flatMap((state) => sightings.find((one) => one.state === state) ?? [])[0] ?? NOT_LOADED;

async function navigate(session: PageSession, url: string): ReturnType<AppPage['navigate']> {
  const loaded = Promise.race([session.nextLoad(), wait(MAX_LOAD_MS, undefined, { ref: false })]);
  const { errorText, loaderId } = await session.send<{ errorText?: string; loaderId?: string }>('Page.navigate', { url });
  if (errorText) return { ok: false, why: errorText };
  if (loaderId !== undefined) await loaded;
  return { ok: true };
}
