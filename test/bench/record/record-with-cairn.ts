import { join } from 'node:path';
import type { RecorderReport } from '../../../src/model/studio/observed-act.ts';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';
import { applyReport, emptySteps } from '../../../src/studio/draft/apply-report.ts';
import { lexiconContext } from '../../studio/draft/lexicon-context.ts';
import { bundle } from '../locate/bundle.ts';
import type { SentReport } from './in-page.ts';
import type { RecordedStep } from './judge-steps.ts';
import type { OpenSample, Recording } from './recording.ts';
import type { SampleAct } from './sample-act.ts';

/** Our recorder in a page: what it reports, and the draft that the background makes of that. */
export async function prepareCairn(open: OpenSample): Promise<(sample: SampleAct) => Promise<Recording>> {
  const script = await bundle(join(import.meta.dirname, 'in-page.ts'), 'recordBench', {});
  return async (sample) => {
    const sent: SentReport[] = [];
    await open(sample, async (context) => {
      await context.exposeBinding('cairnReport', (_, text: string) => void sent.push(JSON.parse(text)));
      await context.addInitScript(`globalThis.cairnMarks=${JSON.stringify(sample.marks ?? {})};${script};recordBench.start()`);
    });
    const reports = sent.map(({ report }) => report);
    return {
      steps: stepsOf(sent),
      stored: JSON.stringify(draftOf(reports)),
      reported: JSON.stringify(reports),
      missed: missedIn(reports),
    };
  };
}

const missedIn = (reports: readonly RecorderReport[]): number => reports.filter(({ is }) => is === 'missed').length;

/** The acts as they stand in the end, each with what its anchor found when it was first reported. */
function stepsOf(sent: readonly SentReport[]): RecordedStep[] {
  const acts = new Map<string, RecordedStep & { at: number; anchor: string }>();
  for (const { report, found, foundTo } of sent) {
    if (report.is === 'removed') acts.delete(report.id);
    if (report.is !== 'act') continue;
    const { id, kind, state, at } = report.act;
    const anchor = JSON.stringify(report.act.anchor);
    const before = acts.get(id);
    const isSame = before?.anchor === anchor;
    acts.set(id, {
      kind,
      state,
      at,
      anchor,
      found: isSame ? (before.found ?? found) : found,
      foundTo: foundTo ?? before?.foundTo,
    });
  }
  return [...acts.values()].sort((one, other) => one.at - other.at);
}

function draftOf(reports: readonly RecorderReport[]): StudioDraft {
  const empty: StudioDraft = {
    ...{
      id: '4f6f2a52-4c41-4d0e-9a3e-0d5a3c1b2f10',
      app: 'bench',
      language: 'en',
      notes: {},
      createdAt: 0,
      changedAt: 0,
      revision: 0,
    },
    guide: { kind: 'walkthrough', id: 'recorded', title: 'Recorded', priority: 50, steps: emptySteps() },
  };
  return reports.reduce((draft, report) => applyReport(draft, report, lexiconContext), empty);
}
