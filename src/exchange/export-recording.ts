import type { Walkthrough } from '../model/pack/guide.ts';
import type { Step } from '../model/pack/step.ts';
import { chooseLanguage } from '../model/text/text.ts';
import { ariaSelectorOf } from './aria-selector.ts';
import { CUSTOM, type DevtoolsRecording, type RecordedStep } from './recording-schema.ts';

interface Exported<T> {
  document: T;
  /** What the other tool cannot do of it: one sentence each. */
  losses: string[];
}

/** A walkthrough as a recording for Chrome's developer tools. All of it is in custom steps as well, so that it can be imported again. */
export function exportRecording(guide: Walkthrough, language: string, origin: string): Exported<DevtoolsRecording> {
  const losses: string[] = [];
  const { steps, ...head } = guide;
  const replayed = steps.flatMap((step, at) => {
    const actions = actionsOf(step, { language, origin, lose: (what) => losses.push(`Step ${at + 1} (${step.id}): ${what}.`) });
    return [custom(CUSTOM.step, { step, actions: actions.length }), ...actions];
  });
  const title = chooseLanguage(guide.title, [language], language).text;
  return { document: { title, steps: [custom(CUSTOM.guide, { guide: head }), ...replayed] }, losses };
}

const custom = (name: string, parameters: object): RecordedStep => ({ type: 'customStep', name, parameters });

interface ActionDeps {
  language: string;
  origin: string;
  lose: (what: string) => void;
}

/** The Recorder panel refuses a click without a point: half of what the control was, or a point in its corner. */
function pointOf({ traits }: NonNullable<Step['anchor']>) {
  const [, , width = 2, height = 2] = traits?.box ?? [];
  return { offsetX: width / 2, offsetY: height / 2 };
}

const TYPES: Partial<Record<Step['advance']['on'], string>> = {
  click: 'click',
  'double-click': 'doubleClick',
  hover: 'hover',
  place: 'click',
};

function actionsOf(step: Step, { language, origin, lose }: ActionDeps): RecordedStep[] {
  const { advance, anchor, go } = step;
  const goes: RecordedStep[] = go ? [{ type: 'navigate', url: origin + go }] : [];
  const awaited = advance.on === 'appears' || advance.on === 'disappears' ? (advance.anchor ?? anchor) : undefined;
  const control = awaited ?? anchor;
  if (step.next || step.checks) lose('branches and checks are not replayed');
  if (!control || advance.on === 'next') {
    if (anchor) lose('it waits for Next, and nothing is done with its control');
    return goes;
  }
  const selector = ariaSelectorOf(control, language);
  if (selector === undefined) {
    lose('its control has no name, so that the recording cannot find it');
    return goes;
  }
  const target = { target: 'main', selectors: [[selector]] };
  if (awaited) return [...goes, { type: 'waitForElement', ...target, visible: advance.on === 'appears' }];
  const type = TYPES[advance.on];
  if (type) return [...goes, { type, ...target, ...(type !== 'hover' && pointOf(control)) }];
  if (advance.on === 'input' || advance.on === 'choose')
    return [...goes, { type: 'change', ...target, value: enteredBy(step, language, lose) }];
  lose(`the Recorder panel has no step for "${advance.on}"`);
  return goes;
}

/** What the pack itself gives; a recording needs some value. */
function enteredBy({ do: act, advance }: Step, language: string, lose: ActionDeps['lose']): string {
  const given =
    act?.act === 'fill' ? act.with : act?.act === 'choose' ? act.option : advance.on === 'choose' ? advance.option : undefined;
  if (given === undefined) lose('no value is given; the recording enters nothing');
  return given === undefined ? '' : chooseLanguage(given, [language], language).text;
}
