import { after } from '../../../runtime/lifetime.ts';
import { eventPathOf } from './elements.ts';
import { changedFields, readFields } from './field-values.ts';
import type { ListenerContext, PageWindow } from './listener-context.ts';
import { now } from './now.ts';
import { textChecksum } from './text-checksum.ts';

/** When to compare after a click: at once, soon, later, and before the time for a response (2500 ms) has passed. */
const COMPARE_AFTER_MS = [0, 150, 1000, 2300];
const MAX_NEIGHBOURS = 200;
/** A smaller canvas is an icon. */
const MIN_CANVAS_PX = 10_000;
/** Attributes by which a page shows and hides. */
const LOOK_FORMS = ['@class', '@style', '@hidden', '@aria-hidden', '@open', '@aria-expanded'];

/**
 * Watches for what a click can do without a mutation: set a field, draw on a canvas, open a window, show a neighbour by style alone. The
 * state before the click is compared with the state after it, by checksums that are forgotten with the click. A field that changes untouched
 * and a neighbour that comes and goes by itself are left out. Returns a function that starts the comparison when the click comes.
 */
export function watchSilentChanges(view: PageWindow, context: ListenerContext, control: Element): () => void {
  const documents = [...new Set([view.document, document])];
  const neighbours = neighboursOf(view, context, control);
  const fields = readFields(documents);
  const hidden = neighbours.map(isHidden);
  const typedAt = context.lastInput.typedAt;
  let isReported = false;

  function report(by: 'field-state' | 'canvas' | 'open', own = false, shows?: number): void {
    isReported = true;
    context.emit({ is: 'sign', at: now(), by, own, ...(shows !== undefined && { shows }) });
  }
  function compare(ms: number): void {
    if (isReported) return;
    const values = readFields(documents);
    const changed = changedFields(fields, values).filter((field) => !context.noise.isKnown(field, 'value', now()));
    const shows = changed.reduce((sum, field) => textChecksum(String(values.get(field)), sum), 0);
    const isTyping = context.lastInput.typedAt !== typedAt;
    if (!isTyping && changed.length > 0) report('field-state', ms === 0, shows);
    else if (!isTyping && neighbours.some((one, at) => one.isConnected && isHidden(one) !== hidden[at]))
      report('field-state', ms === 0);
    else if (hasCanvas(documents)) report('canvas');
    // A click may open one window, and opening it consumes the user activation long before its 5 s are over.
    else if (view.navigator.userActivation?.isActive === false) report('open');
  }
  return () => {
    for (const ms of COMPARE_AFTER_MS) after(ms, () => compare(ms), context.lifetime);
  };
}

/** The elements around a control, but for those that come and go by themselves. */
function neighboursOf(view: PageWindow, { noise }: ListenerContext, control: Element): Element[] {
  const at = now();
  const animated = new Set(
    view.document
      .getAnimations()
      .flatMap(({ effect }) =>
        effect?.getTiming().iterations === Number.POSITIVE_INFINITY ? [(effect as KeyframeEffect).target] : [],
      ),
  );
  const isRestless = (element: Element) => animated.has(element) || LOOK_FORMS.some((form) => noise.isKnown(element, form, at));
  const around = [...(control.parentElement?.querySelectorAll('*') ?? [])].slice(0, MAX_NEIGHBOURS);
  return around.filter((element) => !eventPathOf(element).some(isRestless));
}

const isHidden = (element: Element): boolean => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** A drawing cannot always be read, and we have no business reading it: on a page with a canvas no response is reported as missing. */
const hasCanvas = (documents: readonly Document[]): boolean =>
  documents.some((document) =>
    [...document.querySelectorAll('canvas')].some((one) => one.clientWidth * one.clientHeight >= MIN_CANVAS_PX),
  );
