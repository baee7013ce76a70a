import type { Guide } from '../model/guide.ts';
import type { Pack } from '../model/pack.ts';
import type { ShownGuide, ShownPack } from '../model/shown.ts';
import { say, type Text } from '../model/text.ts';
import { localiseContent } from './localise-content.ts';
import { localiseStep } from './localise-step.ts';
import { shownBody } from './shown-body.ts';

/** A guide in the first of the person's languages that it has, with its Markdown made into `Rich`. */
export function localiseGuide(guide: Guide, pack: Pack, languages: readonly string[]): ShownGuide {
  const said = (text: Text) => say(text, languages, pack.language);
  const { id, where, who, from, until, priority, present, stage, after, unless, share } = guide;
  const common = {
    id,
    where,
    who,
    from,
    until,
    priority,
    present,
    stage,
    after,
    unless,
    share,
    title: said(guide.title),
    app: pack.app,
    pack: shownPack(pack, languages),
  };
  switch (guide.kind) {
    case 'walkthrough':
      return { kind: guide.kind, ...common, steps: guide.steps.map((step) => localiseStep(step, pack, languages)) };
    case 'tip': {
      const { kind, anchor, mark, opens } = guide;
      return { kind, ...common, anchor, mark, body: shownBody(guide.body, pack, languages), opens };
    }
    default:
      return { ...common, ...localiseContent(guide, pack, languages) };
  }
}

const localised = new WeakMap<Pack, Map<string, ShownGuide[]>>();

/** Every guide of a pack, in its order. Made once for the same pack and languages: a page asks for them at every load. */
export function localisePack(pack: Pack, languages: readonly string[]): ShownGuide[] {
  const spoken = languages.join();
  const made = localised.get(pack) ?? new Map<string, ShownGuide[]>();
  const guides = made.get(spoken) ?? pack.guides.map((guide) => localiseGuide(guide, pack, languages));
  localised.set(pack, made.set(spoken, guides));
  return guides;
}

function shownPack(pack: Pack, languages: readonly string[]): ShownPack {
  const { id, version, language, sample } = pack;
  return { id, version, title: say(pack.title, languages, language), language, sample };
}
