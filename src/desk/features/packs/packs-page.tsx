import { useEffect } from 'preact/hooks';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { DraftPage } from './draft-page.tsx';
import { PackPage } from './pack-page.tsx';
import { PacksOverview } from './packs-overview.tsx';

/** Packs and their drafts; or the pack or the draft that the address names. */
export function PacksPage(desk: DeskDeps) {
  const { pack, draft } = desk.router.route.value;
  const title = draft ? 'Draft' : (pack ?? 'Packs');
  useEffect(() => {
    document.title = `${title} · Cairn desk`;
  }, [title]);
  if (draft) return <DraftPage key={draft} id={draft} {...desk} />;
  return pack ? <PackPage key={pack} pack={pack} {...desk} /> : <PacksOverview {...desk} />;
}
