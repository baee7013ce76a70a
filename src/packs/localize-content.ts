import type { Guide } from '../model/pack/guide.ts';
import type { Link } from '../model/pack/link.ts';
import type {
  LocalizedChecklist,
  LocalizedLink,
  LocalizedNotice,
  LocalizedQuestion,
  LocalizedQuestionType,
  LocalizedReply,
} from '../model/pack/localized-guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { QuestionType } from '../model/pack/question.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { localize, type Text } from '../model/text/text.ts';
import { localizeBody } from './localize-body.ts';
import { safeLink } from './safe-link.ts';

type ContentGuide = Exclude<Guide, { kind: 'tip' | 'walkthrough' }>;
type OwnFieldsOf<G> = Omit<G, 'id' | 'title' | 'app' | 'pack' | 'priority'>;
type OwnFields =
  | OwnFieldsOf<LocalizedNotice>
  | OwnFieldsOf<LocalizedChecklist>
  | OwnFieldsOf<LocalizedQuestion>
  | OwnFieldsOf<LocalizedReply>;

/** The fields of a notice, checklist, question or reply that not every guide has, in a language of the person's. */
export function localizeContent(guide: ContentGuide, pack: Pack, languages: readonly string[]): OwnFields {
  const t = (text: Text) => localize(text, languages, pack.language);
  const body = (text: Text) => localizeBody(text, pack, languages);
  const optionalBody = (text: Text | undefined) => (text === undefined ? undefined : body(text));
  switch (guide.kind) {
    case 'notice': {
      const { kind, as, safety, opens } = guide;
      return { kind, as, safety, body: body(guide.body), opens, link: shownLink(guide.link, t) };
    }
    case 'checklist': {
      const items = guide.items.map((item) => {
        const { id, task, opens } = item;
        const link = item.link === undefined ? undefined : safeAddress(item.link);
        return { id, task, opens, link, title: t(item.title), body: optionalBody(item.body) };
      });
      return { kind: guide.kind, body: optionalBody(guide.body), items, thanks: optionalBody(guide.thanks) };
    }
    case 'question':
      return { kind: guide.kind, body: optionalBody(guide.body), asks: shownAsked(guide.asks, t) };
    case 'reply': {
      const { kind, to, for: whom, anchor, opens } = guide;
      const [you, we] = [body(guide.youSaid), body(guide.weDid)];
      return { kind, to, for: whom, anchor, youSaid: you, weDid: we, opens, link: shownLink(guide.link, t) };
    }
  }
}

type LocalizeText = (text: Text) => ReturnType<typeof localize>;

function shownAsked(asks: QuestionType, t: LocalizeText): LocalizedQuestionType {
  switch (asks.what) {
    case 'umux-lite':
      return { what: asks.what, about: asks.about === undefined ? undefined : t(asks.about) };
    case 'choice':
      return { what: asks.what, options: asks.options.map(({ id, text }) => ({ id, text: t(text) })) };
    case 'words':
      return { what: asks.what };
  }
}

function shownLink(link: Link | undefined, t: LocalizeText): LocalizedLink | undefined {
  const to = link && safeAddress(link.to);
  return link && to !== undefined ? { to, text: t(link.text) } : undefined;
}

/** An address inside the app as it is; any other only if it is safe to show. */
export const safeAddress = (written: string): string | undefined =>
  written.startsWith('/') ? (parseUrl(written, APP_BASE)?.origin === APP_BASE ? written : undefined) : safeLink(written);

const APP_BASE = 'https://app.invalid';
