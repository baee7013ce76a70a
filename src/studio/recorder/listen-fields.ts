import { containingRoots } from '../../dom/composed-tree.ts';
import { on } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { isDrawnNow } from './drawn-controls.ts';
import { eventPath } from './event-path.ts';
import type { FieldRecorder } from './field-recorder.ts';
import type { PressRecorder } from './press-recorder.ts';
import type { RecorderContext } from './recorder-context.ts';
import { type Subject, subjectOf } from './subject.ts';

interface ListenFieldsDeps extends RecorderContext {
  fields: FieldRecorder;
  presses: PressRecorder;
  /** Listens to a tree from now on, if it did not yet. */
  enterRoot(root: Document | ShadowRoot): void;
}

const PASSIVE = { capture: true, passive: true };
/** After a press that opened the choice of a file, the file may take this long. */
const FILE_MS = 120_000;
/** A file that is dropped on a field changes it too. */
const DROP_MS = 1000;

/** Listens to fields in a window. `input` and the focus leave shadow roots; `change` does not, and is listened to in each root. */
export function listenFields(view: Window, lifetime: AbortSignal, { fields, enterRoot }: ListenFieldsDeps): void {
  const listen = (type: string, act: (subject: Subject) => void) =>
    onTrusted(
      view,
      type,
      (event) => {
        const subject = subjectOf(eventPath(event));
        if (subject) act(subject);
      },
      lifetime,
      PASSIVE,
    );
  listen('input', (subject) => {
    if (/^(text|slider|select)$/.test(subject.kind)) fields.changed(subject);
    else if (subject.kind === 'area' && (subject.element as HTMLElement).isContentEditable) fields.changed(subject);
  });
  listen('focusin', (subject) => {
    for (const root of containingRoots(subject.element)) enterRoot(root);
    if (/^(text|select|slider)$/.test(subject.kind)) fields.enter(subject);
  });
  listen('focusout', ({ element, kind }) => {
    if (kind === 'text') fields.leave(element);
  });
}

/** Listens to `change` in one tree. */
export function listenChanges(root: Document | ShadowRoot, lifetime: AbortSignal, deps: ListenFieldsDeps): void {
  const { fields, presses, log, now, describe } = deps;

  /** A choice of a file belongs to the press that opened it, where its field is not drawn itself. */
  function fileChosen(element: HTMLInputElement): void {
    if (!element.files?.length) return;
    const last = log.acts().at(-1);
    if (last?.kind === 'file' && now() - last.at < DROP_MS) return;
    const isHidden = !isDrawnNow(element);
    if (last?.kind === 'click' && now() - last.at < FILE_MS && isHidden) {
      log.update(last.id, { kind: 'file' });
      return;
    }
    const description = describe(element);
    if (description) log.begin('file', element, description, now());
    else log.missed('not-drawn', now(), 'button');
  }

  const changed = (event: Event) => {
    const element = event.composedPath()[0] as HTMLInputElement;
    if (element.type === 'file') fileChosen(element);
    if (!event.isTrusted) return;
    const subject = subjectOf(eventPath(event));
    if (!subject) return;
    if (subject.kind === 'toggle' || subject.kind === 'radio') presses.toggles.changed({ subject });
    else if (subject.kind === 'select') fields.changed(subject);
  };
  on(root, 'change', changed, lifetime, PASSIVE);
}
