import { focusedElement } from '../../dom/focused-text-field.ts';
import { roleOf } from '../../locator/page/role.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { eventPath } from './event-path.ts';
import type { FieldRecorder } from './field-recorder.ts';
import { judgeKey, type KeyDown } from './judge-key.ts';
import { createKeyActs, defaultButtonOf, type KeyActsDeps } from './key-acts.ts';
import { pressOn } from './press-recorder.ts';
import { isMultiline, type Subject, subjectOf } from './subject.ts';
import { watchValue } from './watch-value.ts';

interface ListenKeysDeps extends KeyActsDeps {
  fields: FieldRecorder;
}

const PASSIVE = { capture: true, passive: true };

/** Listens to keys in a window. No key is reported but Enter, Escape and function keys; what is typed never is. */
export function listenKeys(view: Window, lifetime: AbortSignal, deps: ListenKeysDeps): void {
  const { fields } = deps;
  const act = createKeyActs(deps);

  function edit(subject: Subject): void {
    if (/^(text|select|slider)$/.test(subject.kind)) fields.enter(subject);
    if (/^(text|slider)$/.test(subject.kind)) watchValue(subject, deps)();
  }

  onTrusted<KeyboardEvent>(
    view,
    'keydown',
    (event) => {
      if (event.isComposing || event.repeat || /^(Shift|Control|Alt|Meta|CapsLock|Dead|Process)$/.test(event.key)) return;
      const path = eventPath(event);
      const subject = subjectOf(path);
      if (!subject) return;
      const meaning = judgeKey(factsOf(event, subject));
      if (meaning === 'edit') {
        if (event.key !== 'Tab') edit(subject);
        return;
      }
      act(meaning, pressOn(subject, deps), event);
    },
    lifetime,
    PASSIVE,
  );
}

function factsOf(event: KeyboardEvent, { element, kind }: Subject): KeyDown {
  const focused = focusedElement(element.ownerDocument) ?? element;
  const isOpen = [element, focused].some(
    (one) => one.getAttribute('aria-expanded') === 'true' || one.hasAttribute('aria-activedescendant'),
  );
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    kind,
    isMultiline: isMultiline(element),
    isLink: element.matches('a,area,[role=link]'),
    isCombobox: kind !== 'select' && roleOf(element) === 'combobox',
    isPopupOpen: isOpen && kind !== 'toggle' && !element.matches('button,summary,a'),
    hasDefaultButton: defaultButtonOf(element) !== undefined,
  };
}
