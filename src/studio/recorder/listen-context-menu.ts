import { after } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { eventPath } from './event-path.ts';
import { pressOn } from './press-recorder.ts';
import type { RecorderContext } from './recorder-context.ts';
import type { Reveals } from './reveals.ts';
import { subjectOf } from './subject.ts';

/** Listens to right clicks: one is an act where the app answers it with a menu of its own. */
export function listenContextMenu(
  view: Window,
  lifetime: AbortSignal,
  deps: RecorderContext & { reveals: Pick<Reveals, 'look' | 'began'> },
): void {
  const { log, reveals, changes } = deps;
  onTrusted<MouseEvent>(
    view,
    'contextmenu',
    (event) => {
      const subject = subjectOf(eventPath(event));
      const press = subject && pressOn(subject, deps);
      if (!subject || !press) return;
      const drawn = reveals.look();
      changes.act(press.at);
      after(
        0,
        () => {
          if (!event.defaultPrevented) return;
          if (!press.description) return log.missed('no-control', press.at);
          reveals.began(log.begin('context-menu', subject.element, press.description, press.at), drawn);
        },
        lifetime,
      );
    },
    lifetime,
    { capture: true, passive: true },
  );
}
