import type { Browser } from 'webextension-polyfill';
import type { Anchor } from '../model/pack/anchor.ts';
import type { ControlFinding } from '../model/pack/control-finding.ts';

const SCRIPT_FILE = 'explain.js';
const BEST_FIRST: readonly ControlFinding['is'][] = ['found', 'several', 'hidden', 'absent'];

/** Runs in the page, where the script has left the function. */
const findThere = (anchors: unknown): unknown =>
  (globalThis as unknown as { cairnFindControls: (anchors: unknown) => unknown }).cairnFindControls(anchors);

/** Asks an open tab for controls, in all of its frames that Cairn may enter; undefined where the tab cannot be asked. */
export async function findControlsInTab(
  scripting: Browser['scripting'],
  tabId: number,
  anchors: readonly Anchor[],
): Promise<ControlFinding[] | undefined> {
  const target = { tabId, allFrames: true };
  try {
    await scripting.executeScript({ target, files: [SCRIPT_FILE] });
    const frames = await scripting.executeScript({ target, func: findThere, args: [anchors] });
    const findings = frames.flatMap(({ result }) => (Array.isArray(result) ? [result as ControlFinding[]] : []));
    return findings.length ? anchors.map((_, i) => bestOf(findings.flatMap((one) => one[i] ?? []))) : undefined;
  } catch {
    return undefined;
  }
}

const bestOf = (findings: readonly ControlFinding[]): ControlFinding =>
  BEST_FIRST.flatMap((is) => findings.find((one) => one.is === is) ?? [])[0] ?? { is: 'absent' };
