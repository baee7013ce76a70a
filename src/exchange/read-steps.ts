import type { Fault } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { memberOf } from '../model/fault/schema-at.ts';
import { type Step, step as stepSchema } from '../model/pack/step.ts';
import type { StepAdvance } from '../model/pack/step-advance.ts';
import { addressTemplate } from '../model/route/address-template.ts';
import type { ActKind } from '../model/studio/observed-act.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { instructionFor, instructionToGo } from '../studio/draft/draft-instruction.ts';
import { placeOfRoute } from '../studio/draft/place-of-route.ts';
import { anchorFrom } from './aria-selector.ts';
import { CUSTOM, type DevtoolsRecording, type RecordedStep } from './recording-schema.ts';

type ReadSteps = { ok: true; steps: Step[]; losses: string[] } | { ok: false; why: Fault[] };

/** What a person does in steps of these types. */
const KINDS: Record<string, ActKind> = { click: 'click', doubleClick: 'double-click', hover: 'hover', change: 'input' };

const DROPPED: Record<string, string> = {
  setViewport: 'the size of the window is not part of a guide',
  emulateNetworkConditions: 'the speed of the network is not part of a guide',
  close: 'closing the page is not part of a guide',
  scroll: 'scrolling is not part of a guide; Cairn brings the control into view',
  keyDown: 'single keys are not taken over; add the step in words if it matters',
  keyUp: 'single keys are not taken over; add the step in words if it matters',
  waitForExpression: 'a script that is waited for is not taken over',
  customStep: 'a step of another tool is not taken over',
};

interface Progress {
  language: string;
  steps: Step[];
  losses: string[];
  place: string | undefined;
  origin: string | undefined;
}

/** The steps of a recording as steps of a walkthrough, and what was lost on the way. */
export function readSteps({ steps: recorded }: DevtoolsRecording, language: string): ReadSteps {
  const progress: Progress = { language, steps: [], losses: [], place: undefined, origin: undefined };
  for (let at = 0; at < recorded.length; at += 1) {
    const one = recorded[at]!;
    const carried = one.type === 'customStep' && one.name === CUSTOM.step ? memberOf(one.parameters, 'step') : undefined;
    if (carried !== undefined) {
      const parsed = stepSchema.safeParse(carried);
      if (!parsed.success)
        return { ok: false, why: issueFaults(stepSchema, carried, parsed.error, ['steps', at, 'parameters', 'step']) };
      progress.steps.push(parsed.data);
      // The steps after it say the same in the words of the Recorder panel.
      const actions = memberOf(one.parameters, 'actions');
      at += typeof actions === 'number' && actions >= 0 ? Math.floor(actions) : 0;
    } else if (!isFocusClick(one, recorded[at + 1])) readStep(one, at, progress);
  }
  return { ok: true, steps: progress.steps, losses: progress.losses };
}

/** A click that only puts the cursor into the field that is filled in next. */
const isFocusClick = ({ type, selectors }: RecordedStep, next: RecordedStep | undefined): boolean =>
  type === 'click' && next?.type === 'change' && JSON.stringify(selectors) === JSON.stringify(next.selectors);

function readStep(one: RecordedStep, at: number, progress: Progress): void {
  const { type, name } = one;
  const lose = (what: string) => progress.losses.push(`Step ${at + 1} (${type}): ${what}.`);
  if (type === 'customStep' && name === CUSTOM.guide) return;
  if (type === 'navigate') readNavigation(one, at, progress, lose);
  else if (Object.hasOwn(DROPPED, type)) lose(DROPPED[type]!);
  else readAct(one, at, progress, lose);
}

function readNavigation({ url = '' }: RecordedStep, at: number, progress: Progress, lose: (what: string) => void): void {
  const place = placeIn(url, progress, lose);
  if (place === undefined) return;
  const isStart = progress.steps.length === 0;
  progress.place = place;
  if (isStart) return;
  const { language } = progress;
  progress.steps.push({ id: `step-${at + 1}`, ...instructionToGo(place, language), advance: { on: 'place', to: place } });
  lose('the address itself is not taken over; write it in "go" if everybody has the same');
}

/** The place of an address, without what may tell one record from another. */
function placeIn(address: string, progress: Progress, lose: (what: string) => void): string | undefined {
  const url = parseUrl(address);
  const place = url && /^https?:$/.test(url.protocol) ? placeOfRoute(addressTemplate(url)) : undefined;
  if (!url || place === undefined) {
    lose('its address cannot be read as a place of an app');
    return undefined;
  }
  progress.origin ??= url.origin;
  if (url.origin !== progress.origin) lose('it leads to another origin; a guide belongs to one app');
  if (url.search) lose('the query of the address is not taken over');
  return place;
}

function readAct(one: RecordedStep, at: number, progress: Progress, lose: (what: string) => void): void {
  const { type, button, frame, assertedEvents = [] } = one;
  const found = anchorFrom(one);
  const isWait = type === 'waitForElement';
  if (isWait && !found) {
    lose('what is waited for has no name, and is left out');
    return;
  }
  const isRight = button === 'secondary';
  const isList = found !== undefined && /^(combobox|listbox)$/.test(found.anchor.role);
  const kind = !found || isRight ? 'in-words' : type === 'change' && isList ? 'choose' : (KINDS[type] ?? 'in-words');
  if (!found) lose('its control has no name in the recording: pick it on the page');
  else if (found.isGuess)
    lose(`the role of "${found.anchor.name}" is not in the recording, and was taken to be "${found.anchor.role}"`);
  if (isRight) lose('a press with the right button completes no step; the person presses Next');
  if (type === 'change') lose('what was entered is not taken over');
  if (frame?.length) lose('its frame is known by number alone: pick the control again on the page');
  const instruction = instructionFor(
    { id: `step-${at + 1}`, kind, anchor: found?.anchor ?? { role: 'generic' }, at: 0, route: '/', strength: 'weak' },
    progress.language,
  );
  const leadsTo = assertedEvents.find((event) => event.type === 'navigation' && event.url)?.url;
  const to = leadsTo === undefined ? undefined : placeIn(leadsTo, progress, lose);
  const place = progress.place;
  if (to !== undefined) progress.place = to;
  progress.steps.push({
    id: `step-${at + 1}`,
    ...instruction,
    ...(place && { at: place }),
    ...(found && !isWait && { anchor: found.anchor }),
    advance: isWait && found ? awaited(one, found.anchor) : advanceOf(kind, to !== place ? to : undefined),
  });
}

const awaited = ({ visible }: RecordedStep, anchor: Step['anchor'] & object): StepAdvance =>
  visible === false ? { on: 'disappears', anchor } : { on: 'appears', anchor };

function advanceOf(kind: ActKind, to: string | undefined): StepAdvance {
  if (to !== undefined) return { on: 'place', to };
  switch (kind) {
    case 'click':
    case 'double-click':
    case 'hover':
    case 'input':
    case 'choose':
      return { on: kind };
    default:
      return { on: 'next' };
  }
}
