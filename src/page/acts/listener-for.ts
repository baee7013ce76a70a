import type { LocalizedAdvance } from '../../model/pack/localized-guide.ts';
import type { ActListenerDeps } from '../walkthrough/acts-script.ts';
import type { ControlListener } from '../walkthrough/control-listener.ts';
import { listenForChoice } from './listen-for-choice.ts';
import { listenForDoubleClicks } from './listen-for-double-clicks.ts';
import { listenForDrag } from './listen-for-drag.ts';
import { listenForEntry } from './listen-for-entry.ts';
import { listenForFiles } from './listen-for-files.ts';
import { listenForHover } from './listen-for-hover.ts';

/** Hears the act on the control that the step waits for. */
export function listenerFor(advance: LocalizedAdvance, deps: ActListenerDeps): ControlListener | undefined {
  const { report, stepLifetime } = deps;
  switch (advance.on) {
    case 'input':
      return listenForEntry(report, stepLifetime);
    case 'choose':
      return listenForChoice(report, stepLifetime);
    case 'double-click':
      return listenForDoubleClicks(report, stepLifetime);
    case 'drag':
      return listenForDrag(advance.to, deps);
    case 'file':
      return listenForFiles(report);
    case 'hover':
      return listenForHover(report);
    default:
      return undefined;
  }
}
