import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedStep, LocalizedStepAct } from '../../model/pack/localized-guide.ts';
import { isAtAwaitedPlace } from '../../player/enter.ts';
import { isLastingName } from '../../player/is-lasting-name.ts';
import { riskOf } from '../../player/risk-of.ts';
import { carryOut } from './carry-out.ts';
import { describeControl } from './list-anchors.ts';
import { noteConditions } from './look-at-step.ts';
import { type ActPlan, planAct } from './plan-act.ts';
import { addressOf, readableAddress } from './start-address.ts';
import { POLL_MS, stepPath, stopped, type Walk, type WalkOutcome } from './walk-deps.ts';

/** Time that an app gets to react to an act before anything is judged. */
const SETTLE_MS = 300;

/** Does what a step asks for, and waits until the player agrees that it is done. */
export async function completeStep(walk: Walk): Promise<WalkOutcome | undefined> {
  const { run, deps } = walk;
  const step = run.step();
  const index = run.state().step;
  await deps.onScreen(step.id);
  await noteConditions(walk);
  await run.send({ is: 'touched' });
  if (run.state().step !== index || run.state().phase !== 'showing') return undefined;
  if (!(await isAlreadyDone(walk))) {
    const plan = planAct(step, (place) => addressOf(place, deps.addresses));
    const held = await holdRisky(walk, plan);
    if (held) return held;
    if (plan.is === 'impossible') return { outcome: 'held', reason: `Step ${step.id}: ${plan.reason}` };
    const failure = await carryOut(walk, plan);
    if (failure) return stopped(walk, failure);
    if (plan.is !== 'nothing') await deps.wait(SETTLE_MS);
  }
  return untilComplete(walk, step);
}

/** What a step waits for may be there already. */
async function isAlreadyDone({ run, deps }: Walk): Promise<boolean> {
  const { advance, do: own } = run.step();
  if (own) return false;
  if (advance.on === 'place') return isAtAwaitedPlace(run.step(), await deps.page.url());
  return advance.on === 'appears' && (await isOnPage(advance.anchor, deps));
}

const isOnPage = async (anchor: Anchor, { page }: Walk['deps']): Promise<boolean> =>
  (await page.look([anchor]))[0]!.state === 'found';

/** Ends the walk before an act that may change something for good, by the rules of the player, unless that was allowed. */
async function holdRisky({ run, deps }: Walk, plan: ActPlan): Promise<WalkOutcome | undefined> {
  const { anchor, id } = run.step();
  if (deps.mayDoRisky || !anchor) return undefined;
  const facts = await deps.page.pressFacts(anchor);
  const planned = facts && actOf(plan, facts.kind === 'toggle');
  if (!facts || !planned) return undefined;
  const risk = riskOf(planned, facts);
  const isRisky = risk === 'risky' || (risk === 'by-name' && isLastingName(facts.name, facts.address));
  if (!isRisky) return undefined;
  const reason = `Step ${id}: ${planned.act} on ${describeControl(anchor)} may change something for good. --do-risky has it done, on a system made for trying.`;
  return { outcome: 'held', reason };
}

/** The act that the player would have to do for the same; to point at something changes nothing. */
function actOf(plan: ActPlan, isToggle: boolean): LocalizedStepAct | undefined {
  if (plan.is === 'perform') return plan.act;
  if (plan.is === 'press') return plan.gesture === 'hover' ? undefined : { act: 'click' };
  if (plan.is === 'choose') return { act: 'choose', option: { text: '', language: 'en' }, known: [] };
  if (plan.is !== 'enter') return undefined;
  return isToggle ? { act: 'check', on: true } : { act: 'fill', with: { text: '', language: 'en' } };
}

async function untilComplete(walk: Walk, step: LocalizedStep): Promise<WalkOutcome | undefined> {
  const { run, deps } = walk;
  const before = run.state().step;
  const hasMoved = () => run.state().step !== before || run.state().phase !== 'showing';
  const patience = Math.max(deps.stepMs, (step.wait?.seconds ?? 0) * 1000);
  const until = deps.now() + patience;
  for (;;) {
    if (!hasMoved()) await noteConditions(walk);
    await report(walk, step);
    if (hasMoved()) return undefined;
    if (deps.now() > until) return stopped(walk, whyIncomplete(walk, step));
    await deps.wait(POLL_MS);
  }
}

/** Tells the player what it would have learnt from the page. */
async function report(walk: Walk, { advance }: LocalizedStep): Promise<void> {
  const { run, deps, findings } = walk;
  if (advance.on === 'next') return run.send({ is: 'next' });
  if (advance.on === 'place') {
    if (!(await run.arrive())) await run.send({ is: 'arrived' });
    return;
  }
  if (advance.on !== 'appears' && advance.on !== 'disappears') return run.send({ is: 'acted', by: advance.on });
  const awaited = advance.anchor ?? run.step().anchor;
  if (!awaited) return;
  const [sighting] = await deps.page.look([awaited]);
  const path = `${stepPath(walk)}.advance.anchor`;
  if (advance.anchor) findings.note(path, sighting!, { page: readableAddress(await deps.page.url()) });
  if ((sighting!.state === 'found') === (advance.on === 'appears')) await run.send({ is: 'met' });
}

function whyIncomplete({ run }: Walk, { advance, checks }: LocalizedStep): string {
  const { unmetCheck } = run.state();
  const message = typeof unmetCheck === 'number' ? checks?.[unmetCheck]?.message.text : undefined;
  if (typeof unmetCheck === 'number') return `its check ${unmetCheck + 1} does not hold (“${message}”).`;
  if (unmetCheck === 'value')
    return 'the control does not have the value that the step asks for: give one in "values" of --given.';
  if (advance.on === 'place') return `the app did not come to ${advance.to}, but is at ${readableAddress(run.url())}.`;
  if (advance.on === 'appears') return `${describeControl(advance.anchor)} did not appear.`;
  if (advance.on === 'disappears') return 'what has to disappear did not.';
  return 'it was done, and the walkthrough did not go on.';
}
