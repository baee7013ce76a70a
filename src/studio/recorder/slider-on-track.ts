import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { childNodesOf, queryElements } from '../../dom/node-getters.ts';

const SLIDER = '[role=slider],input[type=range]';
/** What a library draws of a slider lies this near. */
const MAX_LEVELS = 4;
/** A handle may be off the middle of its track by so much. */
const TOLERANCE_PX = 8;

/** The slider whose track was pressed: a track is drawn beside the handle, or around it, and says nothing of itself. */
export function sliderOnTrack(path: readonly Element[]): Element | undefined {
  const [pressed] = path;
  if (!pressed || ownText(pressed)) return undefined;
  for (const around of path.slice(0, MAX_LEVELS)) {
    const sliders = queryElements(around, SLIDER);
    if (sliders.length > 1) return undefined;
    const [slider] = sliders;
    if (slider) return isAlone(slider, around) && isInLine(pressed, slider) ? slider : undefined;
  }
  return undefined;
}

const ownText = (element: Element): boolean =>
  [...childNodesOf(element)].some((one) => one.nodeType === Node.TEXT_NODE && one.textContent?.trim());

/** Nothing else can be operated there, but for one field that holds the slider's value. */
function isAlone(slider: Element, around: Element): boolean {
  const others = queryElements(around, INTERACTIVE_ELEMENTS).filter((one) => !slider.contains(one));
  return others.length <= 1 && others.every(({ localName }) => localName === 'input');
}

/** The handle moves along what was pressed. */
function isInLine(pressed: Element, slider: Element): boolean {
  const track = pressed.getBoundingClientRect();
  const handle = slider.getBoundingClientRect();
  const within = (at: number, from: number, to: number) => at >= from - TOLERANCE_PX && at <= to + TOLERANCE_PX;
  return track.width >= track.height
    ? within(handle.y + handle.height / 2, track.top, track.bottom)
    : within(handle.x + handle.width / 2, track.left, track.right);
}
