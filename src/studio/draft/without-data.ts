import { ARIA_ROLES } from '../../model/entry/aria-roles.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { ObservedAct, RecorderReport } from '../../model/studio/observed-act.ts';
import type { StepPicture } from '../../model/studio/step-picture.ts';
import type { AppKnowledge } from './app-knowledge.ts';

/** A number, an address or a sum may be anybody's, whatever the words around it are. */
const NEVER_KNOWN = /[\p{N}\p{Sc}@＠%٪<>{}\\]|:\/\//u;
const LANGUAGE = /^[a-z]{2,3}(-([a-z]{2}|\d{3}|hans|hant|latn|cyrl|arab))?$/i;
/** Types of buttons and fields in HTML. */
const FIELD_TYPE =
  /^(button|checkbox|color|date|datetime-local|email|file|image|month|number|password|radio|range|reset|search|submit|tel|text|time|url|week)$/;
const ELEMENT_NAME = /^[a-z][a-z0-9]{0,15}$/;
/** Keys that have a name, in `KeyboardEvent.key`; letters and digits are what people type. */
const NAMED_KEY =
  /^(Enter|Escape|Tab|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|ContextMenu|F\d\d?)$/;
const ANY_ROLE = 'generic';

/** The name if it may be said, else undefined. */
function appName(name: string | undefined, { isAppWord }: AppKnowledge): string | undefined {
  return name && !NEVER_KNOWN.test(name) && isAppWord(name) ? name : undefined;
}

/** A page can write anything into the attribute `role`. */
const knownRole = (role: string): string => (ARIA_ROLES.has(role) ? role : ANY_ROLE);

/** A control's role and name as they may be stored. */
export const namedWithoutData = <T extends { role: string; name?: string | undefined }>(
  { role, name }: T,
  knowledge: AppKnowledge,
) => {
  const known = appName(name, knowledge);
  return { role: knownRole(role), ...(known && { name: known }) };
};

/** An anchor with nothing in it but what is known to belong to the app, and fingerprints. */
export function anchorWithoutData({ name, language, route, traits, ...anchor }: Anchor, knowledge: AppKnowledge): Anchor {
  const known = typeof name === 'string' ? appName(name, knowledge) : undefined;
  const { tag, type, landmark, ...rest } = traits ?? {};
  return {
    role: knownRole(anchor.role),
    ...(known && { name: known }),
    ...(language && LANGUAGE.test(language) && { language }),
    ...(route !== undefined && { route: knowledge.discloseRoute(route) }),
    ...(anchor.confidence !== undefined && { confidence: anchor.confidence }),
    ...(anchor.lookalike && { lookalike: knownRole(anchor.lookalike) }),
    ...(traits && {
      traits: {
        ...rest,
        ...(tag && { tag: elementName(tag, knowledge) }),
        ...(type && FIELD_TYPE.test(type) && { type }),
        ...(landmark && { landmark: knownRole(landmark) }),
      },
    }),
  };
}

/** Custom elements are named by developers, as far as their words are those of apps. */
const elementName = (tag: string, { isAppWord }: AppKnowledge): string =>
  ELEMENT_NAME.test(tag) || tag.split('-').every((part) => part.length < 4 || isAppWord(part)) ? tag : 'div';

/** A picture with the app's own words alone; all else is drawn as a bar. */
export function pictureWithoutData({ boxes, ...size }: StepPicture, knowledge: AppKnowledge): StepPicture {
  return {
    ...size,
    boxes: boxes.map(({ text, ...box }) => {
      const known = appName(text, knowledge);
      return { ...box, ...(known && { text: known }) };
    }),
  };
}

function positionWithoutData(position: ObservedAct['position'], knowledge: AppKnowledge): ObservedAct['position'] {
  if (!position) return undefined;
  const { nth, of, within } = position;
  return { nth, ...(of !== undefined && { of }), ...(within && { within: namedWithoutData(within, knowledge) }) };
}

/** An act with nothing in it but what is known to belong to the app: names, options and routes that are not are taken out. */
function actWithoutData(act: ObservedAct, knowledge: AppKnowledge): ObservedAct {
  const option = appName(act.option, knowledge);
  const position = positionWithoutData(act.position, knowledge);
  return {
    id: act.id,
    kind: act.kind,
    anchor: anchorWithoutData(act.anchor, knowledge),
    ...(act.to && { to: anchorWithoutData(act.to, knowledge) }),
    ...(act.state && { state: act.state }),
    ...(option && { option }),
    ...(act.key && NAMED_KEY.test(act.key) && { key: act.key }),
    at: act.at,
    route: knowledge.discloseRoute(act.route),
    strength: act.strength,
    ...(act.rival && { rival: namedWithoutData(act.rival, knowledge) }),
    ...(position && { position }),
    ...(act.revealedBy && { revealedBy: act.revealedBy }),
    ...(act.appears && { appears: anchorWithoutData(act.appears, knowledge) }),
    ...(act.picture && { picture: pictureWithoutData(act.picture, knowledge) }),
  };
}

/** What the recorder reports with everything taken out that is not known to belong to the app. Nothing is stored that did not come through here. */
export function withoutData(report: RecorderReport, knowledge: AppKnowledge): RecorderReport {
  if (report.is === 'act') return { is: 'act', act: actWithoutData(report.act, knowledge) };
  if (report.is === 'navigated') return { ...report, route: knowledge.discloseRoute(report.route) };
  if (report.is === 'missed' && report.role) return { ...report, role: knownRole(report.role) };
  return report;
}
