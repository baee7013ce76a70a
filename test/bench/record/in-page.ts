import { locate } from '../../../src/locator/locate.ts';
import type { RecorderReport } from '../../../src/model/studio/observed-act.ts';
import { recordPage } from '../../../src/studio/recorder/record-page.ts';

declare global {
  /** Receives each report in the process that measures. */
  function cairnReport(sent: string): void;
  /** What selects controls that have no id, by the id that they have in the truth. */
  var cairnMarks: Readonly<Record<string, string>> | undefined;
}

/** A report, with what its anchors find at that moment. */
export interface SentReport {
  report: RecorderReport;
  /** Ids of what the anchor finds and of what is around it; undefined where it finds nothing. */
  found?: string[] | undefined;
  foundTo?: string[] | undefined;
}

/** Starts our recorder in the page that this is loaded in. */
export function start(): void {
  if (window.frameElement) return;
  const ids = { count: 0 };
  const prefix = Math.random().toString(36).slice(2, 8);
  const lifetime = new AbortController();
  const begin = () =>
    recordPage({
      report: (report) => cairnReport(JSON.stringify(withFindings(report))),
      entries: { typed: [], chosen: [], pressed: [] },
      lifetime: lifetime.signal,
      isTopFrame: true,
      isAppOrigin: (origin) => origin === location.origin,
      now: () => Date.now(),
      newId: () => {
        ids.count += 1;
        return `${prefix}-${ids.count}`;
      },
    });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}

function withFindings(report: RecorderReport): SentReport {
  if (report.is !== 'act') return { report };
  const idsOf = (anchor: Parameters<typeof locate>[0]) => {
    const result = locate(anchor, document);
    return result.found ? idsAround(result.element) : undefined;
  };
  return { report, found: idsOf(report.act.anchor), foundTo: report.act.to && idsOf(report.act.to) };
}

/** The element's own id or mark, that of the control that a label is for, and those of what is right around and in it. */
function idsAround(element: Element): string[] {
  const near = [
    element,
    (element as HTMLLabelElement).control,
    ...Element.prototype.querySelectorAll.call(element, ':scope > *'),
    element.parentElement,
  ];
  const marks = Object.entries(globalThis.cairnMarks ?? {});
  const marksOf = (one: Element) => marks.flatMap(([id, selector]) => (Element.prototype.matches.call(one, selector) ? id : []));
  return near.flatMap((one) => (one ? [...(one.id ? [one.id] : []), ...marksOf(one)] : []));
}
