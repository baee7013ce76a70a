/** As much of a trace event as is read here. */
export interface TraceEvent {
  name: string;
  dur?: number;
  args?: { beginData?: { stackTrace?: StackFrame[] }; data?: { stackTrace?: StackFrame[] } };
}
interface StackFrame {
  url: string;
  functionName: string;
}

export const FORCED_WORK_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'];

/** Style recalculations and layouts that a script waited for: the browser notes the script's stack with them. */
const FORCED = new Set(['UpdateLayoutTree', 'RecalculateStyles', 'Layout']);

export interface ForcedWork {
  count: number;
  ms: number;
  /** By function, most first. */
  byFunction: Record<string, number>;
}

/** The style and layout work that a script forced. It belongs to the innermost script of the stack. */
export function forcedWork(events: readonly TraceEvent[], isWanted: (url: string) => boolean): ForcedWork {
  const forced: ForcedWork = { count: 0, ms: 0, byFunction: {} };
  for (const { name, dur = 0, args } of events) {
    if (!FORCED.has(name)) continue;
    const frame = (args?.beginData?.stackTrace ?? args?.data?.stackTrace)?.find(({ url }) => url);
    if (!frame || !isWanted(frame.url)) continue;
    forced.count += 1;
    forced.ms += dur / 1000;
    const key = `${name} in ${frame.functionName || '(anonymous)'}`;
    forced.byFunction[key] = (forced.byFunction[key] ?? 0) + 1;
  }
  return forced;
}
