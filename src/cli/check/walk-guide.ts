import type { LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import { completeStep } from './complete-step.ts';
import type { Findings } from './findings.ts';
import { noteConditions, seekControl } from './look-at-step.ts';
import { startPlayerRun } from './player-run.ts';
import { readableAddress, startAddress } from './start-address.ts';
import { POLL_MS, stepPath, stopped, type Walk, type WalkDeps, type WalkOutcome } from './walk-deps.ts';

/** As long as the player waits for what decides a branch. */
const DECIDE_MS = 2000;
/** Turns that a walkthrough may take for each of its steps: one that goes round in circles ends. */
const TURNS_PER_STEP = 12;

/** Follows a walkthrough as a person would, in the player's own state machine. */
export async function walkGuide(
  guide: LocalizedWalkthrough,
  { at, findings, deps }: { at: string; findings: Findings; deps: WalkDeps },
): Promise<WalkOutcome> {
  const address = startAddress({ step: guide.steps[0]!, where: guide.where }, deps.addresses);
  if (address === undefined)
    return {
      outcome: 'stopped',
      reason: 'It begins at a place that is no single address: give one in "places" of --given, or "go" to its first step.',
    };
  const loaded = await deps.page.navigate(address);
  if (!loaded.ok) return { outcome: 'stopped', reason: `${readableAddress(address)} could not be opened: ${loaded.why}.` };
  const walk: Walk = { run: await startPlayerRun(guide, deps.page), findings, at, deps };
  await deps.onScreen();
  let lastUrl = walk.run.url();
  for (let turns = guide.steps.length * TURNS_PER_STEP; turns > 0; turns--) {
    const outcome = await takeTurn(walk);
    if (outcome) return outcome;
    await walk.run.arrive();
    if (walk.run.url() !== lastUrl) await deps.onScreen();
    lastUrl = walk.run.url();
  }
  return stopped(walk, 'the walkthrough goes round in circles.');
}

async function takeTurn(walk: Walk): Promise<WalkOutcome | undefined> {
  switch (walk.run.state().phase) {
    case 'finished':
    case 'left':
      return { outcome: 'walked' };
    case 'elsewhere':
    case 'paused':
      return reachPage(walk);
    case 'seeking':
      return seekControl(walk);
    case 'missing':
      return passMissing(walk);
    case 'deciding':
      return decideBranch(walk);
    case 'showing':
      return completeStep(walk);
  }
}

/** The step is on another page: the app may be on its way there; else the address that the person would be offered is taken. */
async function reachPage(walk: Walk): Promise<WalkOutcome | undefined> {
  const { run, deps, findings } = walk;
  const { at, go, anchor } = run.step();
  const address = go === undefined ? undefined : deps.addresses.app.origin + go;
  const until = deps.now() + (address === undefined ? deps.stepMs : Math.min(deps.stepMs, DECIDE_MS));
  while (deps.now() < until) {
    if (await run.arrive()) return undefined;
    await deps.wait(POLL_MS);
  }
  if (address !== undefined && run.url() !== address) {
    const loaded = await deps.page.navigate(address);
    if (!loaded.ok) return stopped(walk, `${go} could not be opened: ${loaded.why}.`);
    if (await run.arrive()) return undefined;
  }
  const page = readableAddress(run.url());
  const reason = `the app is at ${page}, and the step belongs to ${at}.`;
  if (anchor)
    findings.note(`${stepPath(walk)}.anchor`, { state: 'other-page', reason: `The app is at ${page}, not at ${at}.` }, { page });
  return stopped(walk, reason);
}

/** A step that only tells something can be passed without its control; one that has to be done cannot. */
async function passMissing(walk: Walk): Promise<WalkOutcome | undefined> {
  const { advance, do: act } = walk.run.step();
  if (advance.on !== 'next' || act) return stopped(walk, 'its control is not found, so it cannot be done.');
  await walk.run.send({ is: 'skip' });
  return undefined;
}

async function decideBranch({ run, findings, at, deps }: Walk): Promise<undefined> {
  const until = deps.now() + DECIDE_MS;
  const walk = { run, findings, at, deps };
  const before = run.state().step;
  while (run.state().phase === 'deciding' && run.state().step === before) {
    await noteConditions(walk);
    await run.send(deps.now() < until ? { is: 'looked' } : { is: 'gave-up' });
    await deps.wait(POLL_MS);
  }
}
