import type { LocalizedNotice, LocalizedReply } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { LinkHost } from '../ui/link-host.tsx';

/** The button to what a notice or reply leads to, if it leads anywhere. */
export function FollowButton({
  guide,
  t,
  actions,
}: {
  guide: LocalizedNotice | LocalizedReply;
  t: Translate;
  actions: ContentActions;
}) {
  const { opens, link } = guide;
  if (!opens && !link) return null;
  return (
    <button type="button" class="main" onClick={onlyTrusted(() => actions.follow(guide))}>
      {opens || !link ? (
        t(guide.kind === 'notice' ? 'showIt' : 'showMeHow')
      ) : (
        <span lang={link.text.language} dir="auto">
          {link.text.text}
          <LinkHost address={link.to} words={link.text.text} />
        </span>
      )}
    </button>
  );
}
