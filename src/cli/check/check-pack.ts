import type { Guide } from '../../model/pack/guide.ts';
import type { Pack } from '../../model/pack/pack.ts';
import { matchesUrlScope } from '../../model/route/url-scope.ts';
import { localize } from '../../model/text/text.ts';
import { localizeGuide } from '../../packs/localize-guide.ts';
import { BrowserSilent, DevToolsError } from '../browser/devtools.ts';
import type { GuideReport } from './check-report.ts';
import { createFindings, type Findings } from './findings.ts';
import { addressesOf, readableAddress } from './start-address.ts';
import { POLL_MS, type WalkDeps, type WalkOutcome } from './walk-deps.ts';
import { walkGuide } from './walk-guide.ts';

export interface CheckPackDeps extends Omit<WalkDeps, 'onScreen'> {
  /** Language that the person of the walk reads. */
  language: string;
  /** Guides to check; all if left out. */
  only?: readonly string[] | undefined;
  /** A line of progress. */
  onProgress: (line: string) => void;
}

interface GuideCheck {
  guide: Guide;
  at: string;
  findings: Findings;
}

/** Goes through every guide of a pack: those of one control at their places and wherever a walkthrough comes by, walkthroughs step by step. */
export async function checkPack(pack: Pack, deps: CheckPackDeps): Promise<GuideReport[]> {
  const checks = pack.guides
    .map((guide, nth): GuideCheck => {
      const at = `guides[${nth}]`;
      return { guide, at, findings: createFindings(guide, at) };
    })
    .filter(({ guide: { id } }) => deps.only === undefined || deps.only.includes(id));
  for (const one of checks.filter(({ guide }) => guide.kind !== 'walkthrough'))
    await visitPlaces(one, deps).catch(async (thrown: unknown) => noteSilent(one, await whenSilent(thrown, deps)));
  const outcomes = new Map<Guide, WalkOutcome>();
  for (const { guide, at, findings } of checks) {
    const localized = localizeGuide(guide, pack, [deps.language]);
    if (localized.kind !== 'walkthrough') continue;
    deps.onProgress(`${guide.id}: walking through ${localized.steps.length} steps`);
    const onScreen = async (step?: string) => {
      if (step !== undefined) deps.onProgress(`  ${step}`);
      await lookAround(checks, deps);
    };
    const walked = walkGuide(localized, { at, findings, deps: { ...deps, onScreen } });
    outcomes.set(guide, await walked.catch((thrown: unknown) => whenSilent(thrown, deps)));
  }
  return checks.map((one) => reportOf(one, pack, deps.language, outcomes.get(one.guide)));
}

/** A page that is in a loop without end, or that has crashed, stops its own guide, and no other. */
async function whenSilent(thrown: unknown, { page }: CheckPackDeps): Promise<WalkOutcome> {
  if (!(thrown instanceof BrowserSilent || thrown instanceof DevToolsError)) throw thrown;
  if (thrown instanceof BrowserSilent) await page.reopen();
  return { outcome: 'stopped', reason: thrown.message };
}

/** Anchors of a guide as a whole, which are looked for on each page that the guide fits. */
const guideAnchors = ({ findings, at }: GuideCheck) =>
  findings.anchors.filter(({ path }) => path === `${at}.anchor` || path === `${at}.requiresControl`);

async function visitPlaces(check: GuideCheck, deps: CheckPackDeps): Promise<void> {
  if (guideAnchors(check).length === 0) return;
  deps.onProgress(`${check.guide.id}: looking for its control`);
  for (const address of addressesOf(check.guide.where, deps.addresses)) {
    if (guideAnchors(check).every(({ path }) => check.findings.isFound(path))) return;
    const loaded = await deps.page.navigate(address);
    if (loaded.ok) await lookAt(check, address, deps);
  }
}

/** Looks for the controls of a guide until they are found, or have had their time. */
async function lookAt(check: GuideCheck, address: string, deps: CheckPackDeps): Promise<void> {
  const until = deps.now() + deps.stepMs;
  for (;;) {
    const url = await deps.page.url();
    if (fits(check.guide, url)) await lookOnce(check, url, deps);
    else if (deps.now() > until) noteElsewhere(check, { url, address });
    const isDone = guideAnchors(check).every(({ path, mayBeAbsent }) => mayBeAbsent || check.findings.isFound(path));
    if (isDone || deps.now() > until) return;
    await deps.wait(POLL_MS);
  }
}

const fits = ({ where }: Guide, url: string): boolean => where?.some((place) => matchesUrlScope(url, place)) ?? true;

async function lookOnce(check: GuideCheck, url: string, { page }: CheckPackDeps): Promise<void> {
  const open = guideAnchors(check).filter(({ path }) => !check.findings.isFound(path));
  if (open.length === 0) return;
  const sightings = await page.look(open.map(({ anchor }) => anchor));
  for (const [nth, { path }] of open.entries()) check.findings.note(path, sightings[nth]!, { page: readableAddress(url) });
}

function noteElsewhere(check: GuideCheck, { url, address }: { url: string; address: string }): void {
  const page = readableAddress(url);
  const reason = `${readableAddress(address)} led to ${page}, where the guide is not shown.`;
  for (const { path } of guideAnchors(check))
    if (check.findings.isOpen(path)) check.findings.note(path, { state: 'other-page', reason }, { page });
}

function noteSilent(check: GuideCheck, { reason = '' }: WalkOutcome): void {
  for (const { path } of guideAnchors(check)) check.findings.note(path, { state: 'absent', reason });
}

/** Looks at all guides that fit the page which a walkthrough has come to. */
async function lookAround(checks: readonly GuideCheck[], deps: CheckPackDeps): Promise<void> {
  const url = await deps.page.url();
  for (const check of checks) if (fits(check.guide, url)) await lookOnce(check, url, deps);
}

function reportOf(
  { guide, findings }: GuideCheck,
  pack: Pack,
  language: string,
  outcome: WalkOutcome = { outcome: 'stopped' },
): GuideReport {
  const title = localize(guide.title, [language], pack.language).text;
  const about = { guide: guide.id, kind: guide.kind, title };
  if (guide.kind !== 'walkthrough') {
    const reason = 'Its places are no single addresses, and no walkthrough came by: give one in "places" of --given.';
    return { ...about, outcome: 'examined', anchors: findings.report(reason) };
  }
  const reason = outcome.outcome === 'walked' ? 'The walkthrough took another way.' : 'The walkthrough ended before it.';
  return { ...about, ...outcome, anchors: findings.report(reason) };
}
