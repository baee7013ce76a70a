import { focusedElement } from '../../dom/focused-text-field.ts';
import { documentOfFrame, FRAMES } from '../../dom/frames.ts';
import { matchesSelector } from '../../dom/node-getters.ts';
import { parseUrl } from '../../model/text/parse-url.ts';
import { after, on } from '../../runtime/lifetime.ts';
import type { RecorderContext } from './recorder-context.ts';

/** Says that what is done in a frame is not seen, when the person goes into one that does not belong to the app. */
export function listenFrames(
  view: Window,
  { log, lifetime, now, isAppOrigin }: RecorderContext & { isAppOrigin(origin: string): boolean },
): void {
  const entered = () => {
    const frame = focusedElement(view.document);
    if (!frame || !matchesSelector(frame, FRAMES) || documentOfFrame(frame)) return;
    const address = parseUrl((frame as HTMLIFrameElement).src, view.location.href);
    if (!address || !isAppOrigin(address.origin)) log.missed('foreign-frame', now());
  };
  // The frame has the focus once the window has lost it.
  on(view, 'blur', () => after(0, entered, lifetime), lifetime);
}
