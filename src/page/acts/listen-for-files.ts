import { fieldOf } from '../../dom/field-of.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { on } from '../../runtime/lifetime.ts';
import type { ControlListener } from '../walkthrough/control-listener.ts';
import { isPressOn, isPressOnLabel } from '../walkthrough/is-press-on.ts';
import { shadowRootsIn } from './control-events.ts';

const FILE_FIELD = 'input[type=file]';

/**
 * Hears that the person has given files to a control: chosen with its field, or with the hidden field that a press on the control opens;
 * dropped on it; or pasted into it. Whether there are files is all that is looked at, and neither their names nor their content.
 */
export function listenForFiles(report: () => void): ControlListener {
  /** The last press was on the control: a field that has files after it was opened by that. */
  let hasOpened = false;
  return {
    attach({ targets, element, controlOf, lifetime }) {
      const listen = <E extends Event>(type: string, act: (event: E, control: Element) => void, places = targets) => {
        for (const place of places)
          on(
            place,
            type,
            (event) => {
              const control = event.isTrusted ? controlOf() : undefined;
              if (control) act(event as E, control);
            },
            lifetime,
            { capture: true },
          );
      };
      const changed = (event: Event, control: Element) => {
        const field = event.composedPath()[0] as HTMLInputElement;
        if (field.matches?.(FILE_FIELD) && field.files?.length && (hasOpened || belongsTo(field, control))) report();
      };
      for (const root of shadowRootsIn(element)) listen('change', changed, [root]);
      listen('change', changed);
      listen<MouseEvent>('click', (event, control) => {
        // The page presses its hidden field itself, which is no press of the person's elsewhere.
        const isOnField = (event.composedPath()[0] as Element).matches?.(FILE_FIELD);
        if (isPressOn(control, event) || isPressOnLabel(control, event)) hasOpened = true;
        else if (!isOnField && !isOwnHost(event.target as Node) && event.currentTarget === targets[0]) hasOpened = false;
      });
      listen<DragEvent>('drop', (event, control) => {
        if (isPressOn(control, event) && hasFiles(event.dataTransfer)) report();
      });
      listen<ClipboardEvent>('paste', (event, control) => {
        if (event.composedPath().includes(control) && hasFiles(event.clipboardData)) report();
      });
    },
  };
}

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** Whether it is the field of the control, or of a label that the control is or lies in. */
function belongsTo(field: HTMLInputElement, control: Element): boolean {
  if (field === control || fieldOf(control) === field || control.contains(field)) return true;
  return [...(field.labels ?? [])].some((label) => label.contains(control) || control.contains(label));
}
