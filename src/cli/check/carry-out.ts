import type { ActRefusal } from '../../model/person/walk-state.ts';
import type { PressResult } from './app-page.ts';
import type { ActPlan } from './plan-act.ts';
import { readableAddress } from './start-address.ts';
import { POLL_MS, type Walk } from './walk-deps.ts';

const REFUSALS: Record<ActRefusal, string> = {
  disabled: 'it is disabled',
  gone: 'it has gone',
  secret: 'nothing is entered in a secret field',
  kind: 'it is of another kind',
  option: 'it has no such option',
  reset: 'the page took the change back',
};

/** Does what is planned for a step. Returns why it could not be done, if so. */
export async function carryOut(walk: Walk, plan: Exclude<ActPlan, { is: 'impossible' }>): Promise<string | undefined> {
  const { run, deps } = walk;
  const { page, values } = deps;
  const { anchor, id } = run.step();
  if (plan.is === 'go') {
    const loaded = await page.navigate(plan.to);
    return loaded.ok ? undefined : `${readableAddress(plan.to)} could not be opened: ${loaded.why}.`;
  }
  if (plan.is === 'nothing' || !anchor) return undefined;
  const value = values[`${run.guide.id}/${id}`];
  switch (plan.is) {
    case 'press':
      return explainPress('its control', await page.press(anchor, plan.gesture, plan.to));
    case 'choose':
      return chooseOption(walk, value ?? plan.option);
    case 'perform':
      return explainRefusal(plan.act.act, await page.perform(anchor, plan.act));
    case 'enter':
      return explainRefusal('entering a value', await page.enter(anchor, plan.test, value));
  }
}

/** Of a native list, chooses in it; of another, opens it and presses the option. */
async function chooseOption({ run, deps }: Walk, option: string | undefined): Promise<string | undefined> {
  const { page } = deps;
  const anchor = run.step().anchor!;
  const act =
    option === undefined ? undefined : { act: 'choose' as const, option: { text: option, language: 'en' }, known: [option] };
  const refusal = act ? await page.perform(anchor, act) : await page.enter(anchor, undefined, undefined);
  if (refusal !== 'kind') return explainRefusal('choosing', refusal);
  if (option === undefined) return 'its list is of the app\'s own making: name an option in "values" of --given.';
  const opened = explainPress('its control', await page.press(anchor));
  if (opened !== undefined) return opened;
  const entry = { role: 'option', name: option };
  const until = deps.now() + deps.stepMs;
  while (deps.now() < until) {
    if ((await page.look([entry]))[0]!.state === 'found') return explainPress('the option', await page.press(entry));
    await deps.wait(POLL_MS);
  }
  return 'the option that the step is about did not appear.';
}

function explainPress(what: string, pressed: PressResult): string | undefined {
  if (pressed.is === 'gone') return `${what} has gone before it could be pressed.`;
  return pressed.is === 'covered' ? `${what} cannot be pressed: ${pressed.by} lies over it.` : undefined;
}

const explainRefusal = (what: string, refusal: ActRefusal | undefined): string | undefined =>
  refusal && `${what} could not be done: ${REFUSALS[refusal]}.`;
