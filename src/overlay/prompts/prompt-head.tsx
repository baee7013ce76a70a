import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import type { LocalizedText } from '../../model/text/text.ts';
import type { Translate } from '../../runtime/translate.ts';
import { CairnLogo } from '../ui/cairn-logo.tsx';

/** The head of every prompt: that it is from Cairn, its kind, and its title. */
export function PromptHead({
  guide,
  kind,
  title,
  t,
}: {
  guide: LocalizedGuide;
  kind: string;
  title: LocalizedText;
  t: Translate;
}) {
  return (
    <>
      <p class="kicker">
        <CairnLogo />
        {kind}
        {guide.pack.sample && <span class="sample"> · {t('sample')}</span>}
      </p>
      <h2 lang={title.language} dir="auto">
        {title.text}
      </h2>
    </>
  );
}
