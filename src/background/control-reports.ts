import type { ControlReport } from '../messaging/extension-messages.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import type { ControlFinding } from '../model/pack/control-finding.ts';
import { localize } from '../model/text/text.ts';
import type { PackGuide } from '../packs/pack-guide.ts';
import type { TargetingVerdict } from '../targeting/verdict.ts';

/** Asks an open page for controls, in their order; undefined where none is open. */
export type FindControls = (anchors: readonly Anchor[]) => Promise<ControlFinding[] | undefined>;

interface JudgedGuide {
  guide: PackGuide;
  verdict: TargetingVerdict;
}

/** What is to be said of the controls that guides need, of those guides that nothing else refuses. */
export async function controlReports(
  judged: readonly JudgedGuide[],
  languages: readonly string[],
  find: FindControls,
): Promise<(ControlReport | undefined)[]> {
  const needed = judged.map(({ guide, verdict }) => (verdict.fits ? controlOf(guide) : undefined));
  const anchors = needed.filter((anchor) => anchor !== undefined);
  const findings = anchors.length ? await find(anchors) : undefined;
  return needed.map((anchor, i) => {
    if (!anchor) return undefined;
    const { role, name } = anchor;
    const finding = findings?.[anchors.indexOf(anchor)];
    const text = name === undefined ? undefined : localize(name, languages, judged[i]!.guide.pack.language).text;
    return { role, ...(text !== undefined && { name: text }), ...(finding && { finding }) };
  });
}

/** What has to be on the page: what the guide requires, or what it stands at. */
const controlOf = (guide: PackGuide): Anchor | undefined =>
  guide.requiresControl ?? (guide.kind === 'tip' || guide.kind === 'reply' ? guide.anchor : undefined);
