import type { Terminal } from '../command.ts';
import { ANCHOR_STATES, type AnchorReport, type CheckReport, type GuideReport, isFailure } from './check-report.ts';

const STATE_LABELS: Partial<Record<AnchorReport['state'], string>> = {
  'other-page': 'other page',
  'not-seen': 'not there now',
  'not-reached': 'not reached',
};
const labelOf = (state: AnchorReport['state']): string => STATE_LABELS[state] ?? state;
const STATE_WIDTH = 14;

const OUTCOMES: Record<GuideReport['outcome'], string> = {
  walked: 'walked to its end',
  held: 'not walked to its end',
  stopped: 'stopped',
  examined: '',
};

/** Prints each guide with its anchors, and a last line with all numbers. */
export function printReport({ guides, summary, seconds }: CheckReport, terminal: Terminal): void {
  for (const one of guides) printGuide(one, terminal);
  const counts = ANCHOR_STATES.flatMap((state) => (summary[state] > 0 ? `${summary[state]} ${labelOf(state)}` : []));
  terminal.print(`${counts.join(', ') || 'no anchors'}, in ${seconds} s.`);
}

function printGuide({ guide, title, kind, outcome, reason, anchors }: GuideReport, terminal: Terminal): void {
  if (anchors.length === 0 && outcome === 'examined') return;
  const end = OUTCOMES[outcome];
  terminal.print(`${kind} ${guide} “${title}”${end && `: ${end}`}`);
  if (reason !== undefined) terminal.print(`  ${reason}`);
  for (const one of anchors) terminal.print(lineOf(one));
}

function lineOf(anchor: AnchorReport): string {
  const { state, step, use, control, page, reason } = anchor;
  const where = page !== undefined && (isFailure(anchor) || state === 'not-seen') ? ` (at ${page})` : '';
  return `  ${labelOf(state).padEnd(STATE_WIDTH)}${step === undefined ? '' : `step ${step}, `}${use}: ${control}. ${reason}${where}`;
}
