import type { Anchor } from '../../model/pack/anchor.ts';
import type { ControlSighting } from '../../probe/control-sighting.ts';
import { readableAddress } from './start-address.ts';
import { POLL_MS, stepPath, type Walk } from './walk-deps.ts';

/** As long as the player looks for a control before it says that it is not there. */
const PLAYER_PATIENCE_MS = 2000;

/** Looks for the control of a step until it is found, the app goes to another page, or the step has had its time. */
export async function seekControl(walk: Walk): Promise<undefined> {
  const { run, findings, deps } = walk;
  const { anchor, optional, wait } = run.step();
  if (!anchor) return void (await run.send({ is: 'found' }));
  const own = wait ? wait.seconds * 1000 : PLAYER_PATIENCE_MS;
  const { sighting, ms, hasLeft } = await lookUntilFound(anchor, optional ? own : Math.max(own, deps.stepMs), walk);
  if (hasLeft) return;
  const isSlow = sighting.state === 'found' && ms > own;
  const slow = ` It took ${(ms / 1000).toFixed(1)} s, and the player waits ${own / 1000} s: the step may need "wait".`;
  const at = { page: readableAddress(run.url()), ms };
  findings.note(`${stepPath(walk)}.anchor`, { ...sighting, reason: sighting.reason + (isSlow ? slow : '') }, at);
  await run.send({ is: sighting.state === 'found' ? 'found' : 'gave-up' });
}

async function lookUntilFound(
  anchor: Anchor,
  patienceMs: number,
  { run, deps }: Walk,
): Promise<{ sighting: ControlSighting; ms: number; hasLeft: boolean }> {
  const from = deps.now();
  for (;;) {
    const [sighting] = await deps.page.look([anchor]);
    const hasLeft = await run.arrive();
    const ms = deps.now() - from;
    if (hasLeft || sighting!.state === 'found' || ms > patienceMs) return { sighting: sighting!, ms, hasLeft };
    await deps.wait(POLL_MS);
  }
}

/** Looks at the controls that a step's checks and branches ask for, and at what has to disappear, as they are now. */
export async function noteConditions(walk: Walk): Promise<void> {
  const { findings, deps, run } = walk;
  const prefixes = [`${stepPath(walk)}.checks`, `${stepPath(walk)}.next`, `${stepPath(walk)}.advance.to`];
  const isAsked = (path: string, mayBeAbsent: boolean) =>
    prefixes.some((prefix) => path.startsWith(prefix)) || (mayBeAbsent && path.startsWith(`${stepPath(walk)}.advance`));
  const asked = findings.anchors.filter(({ path, mayBeAbsent }) => isAsked(path, mayBeAbsent) && !findings.isFound(path));
  if (asked.length === 0) return;
  const sightings = await deps.page.look(asked.map(({ anchor }) => anchor));
  const page = readableAddress(run.url());
  for (const [nth, { path }] of asked.entries()) findings.note(path, sightings[nth]!, { page });
}
