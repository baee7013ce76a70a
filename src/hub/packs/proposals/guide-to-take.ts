import type { Proposal } from '../../../model/hub-api/proposals.ts';
import { parsePack } from '../../../packs/parse-pack.ts';
import { textsOf } from '../../../packs/texts-of.ts';

/** A pack that has nothing but the guide of a proposal, by which the guide is judged. */
export function packAround({ app, language, guide }: Pick<Proposal, 'app' | 'language' | 'guide'>) {
  const { credit: _, ...own } = guide;
  const title = typeof guide.title === 'string' && guide.title !== '' ? guide.title : 'Proposal';
  return { format: 'cairn/1', id: 'proposal', version: 1, app, title, language, guides: [own] };
}

interface Taking {
  /** Id that the guide gets. */
  as: string;
  /** Base language of the pack. */
  language: string | undefined;
}

/**
 * The guide of a proposal as it goes into a pack, as JSON: with its id there and with the credit that the colleague chose, and no other. In
 * a pack of another base language, texts say in which language they are; the draft then has a fault for each missing translation.
 */
export function guideToTake(proposal: Proposal, { as, language }: Taking): string {
  const { credit, guide } = proposal;
  const { credit: _, ...own } = guide;
  const spelled = language === undefined || isSameWriting(language, proposal.language) ? own : nameLanguage(proposal);
  const { id: __, kind, ...others } = spelled;
  const placed = { kind, id: as, ...others, ...(credit && { credit }) };
  return JSON.stringify(placed, null, 2).replaceAll('\n', '\n    ');
}

/** Are texts of both tags in one language and script, as those of `en` and `en-US` are, and those of `zh` and `zh-TW` are not? */
function isSameWriting(one: string, other: string): boolean {
  if (one === other) return true;
  const [own, theirs] = [likelyLocale(one), likelyLocale(other)];
  return own !== undefined && own.language === theirs?.language && own.script === theirs.script;
}

/** The locale with the script and region that it most likely has; undefined for what is no language tag. */
function likelyLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/** The guide with its language at each text that is one string. */
function nameLanguage(proposal: Proposal): Record<string, unknown> {
  const document = structuredClone(packAround(proposal));
  const parsed = parsePack(document);
  if (!parsed.ok) return document.guides[0]!;
  for (const { path, text } of textsOf(parsed.pack))
    if (typeof text === 'string' && path.startsWith('guides[0].')) setAt(document, path, { [proposal.language]: text });
  return document.guides[0]!;
}

/** Sets the value at a path such as `guides[0].steps[1].title`. */
function setAt(document: object, path: string, value: unknown): void {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop();
  const owner = keys.reduce<Record<string, unknown> | undefined>(
    (at, key) => at?.[key] as Record<string, unknown> | undefined,
    document as Record<string, unknown>,
  );
  if (owner && last !== undefined && Object.hasOwn(owner, last)) owner[last] = value;
}
