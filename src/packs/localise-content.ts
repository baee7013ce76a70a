import type { Guide } from '../model/guide.ts';
import type { Link } from '../model/link.ts';
import type { Pack } from '../model/pack.ts';
import type { Asked } from '../model/question.ts';
import type { ShownAsked, ShownChecklist, ShownLink, ShownNotice, ShownQuestion, ShownReply } from '../model/shown.ts';
import { say, type Text } from '../model/text.ts';
import { safeLink } from './safe-link.ts';
import { shownBody } from './shown-body.ts';

type Content = Exclude<Guide, { kind: 'tip' | 'walkthrough' }>;
type Own<G> = Omit<G, 'id' | 'title' | 'app' | 'pack' | 'priority'>;
export type OwnFields = Own<ShownNotice> | Own<ShownChecklist> | Own<ShownQuestion> | Own<ShownReply>;

/** What a notice, checklist, question or reply has beyond what every guide has, in a language of the person's. */
export function localiseContent(guide: Content, pack: Pack, languages: readonly string[]): OwnFields {
  const said = (text: Text) => say(text, languages, pack.language);
  const body = (text: Text) => shownBody(text, pack, languages);
  const maybe = (text: Text | undefined) => (text === undefined ? undefined : body(text));
  switch (guide.kind) {
    case 'notice': {
      const { kind, as, safety, opens, announces } = guide;
      return { kind, as, safety, body: body(guide.body), opens, link: shownLink(guide.link, said), announces };
    }
    case 'checklist': {
      const items = guide.items.map((item) => {
        const { id, task, opens } = item;
        const link = item.link === undefined ? undefined : safeAddress(item.link);
        return { id, task, opens, link, title: said(item.title), body: maybe(item.body) };
      });
      return { kind: guide.kind, body: maybe(guide.body), items, thanks: maybe(guide.thanks) };
    }
    case 'question':
      return { kind: guide.kind, body: maybe(guide.body), asks: shownAsked(guide.asks, said) };
    case 'reply': {
      const { kind, to, for: whom, anchor, opens } = guide;
      const [you, we] = [body(guide.said), body(guide.did)];
      return { kind, to, for: whom, anchor, said: you, did: we, opens, link: shownLink(guide.link, said) };
    }
  }
}

type Say = (text: Text) => ReturnType<typeof say>;

function shownAsked(asks: Asked, said: Say): ShownAsked {
  switch (asks.what) {
    case 'umux-lite':
      return { what: asks.what, about: asks.about === undefined ? undefined : said(asks.about) };
    case 'choice':
      return { what: asks.what, options: asks.options.map(({ id, text }) => ({ id, text: said(text) })) };
    case 'words':
      return { what: asks.what };
  }
}

function shownLink(link: Link | undefined, said: Say): ShownLink | undefined {
  const to = link && safeAddress(link.to);
  return link && to !== undefined ? { to, text: said(link.text) } : undefined;
}

/** An address inside the app as it is; another only if it may be shown. */
export const safeAddress = (written: string): string | undefined =>
  written.startsWith('/')
    ? URL.canParse(written, inApp) && new URL(written, inApp).origin === inApp
      ? written
      : undefined
    : safeLink(written);

const inApp = 'https://app.invalid';
