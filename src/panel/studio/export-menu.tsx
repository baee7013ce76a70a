import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { packOf } from './pack-of.ts';
import type { PublishDeps } from './publish-deps.ts';

/** Takes the draft elsewhere as a file. */
export function ExportMenu({ draft, t, saveFile }: PublishDeps & { draft: StudioDraft }) {
  const savePack = () =>
    saveFile(`${draft.guide.id}.pack.json`, 'application/json', `${JSON.stringify(packOf(draft), null, 2)}\n`);
  return (
    <details>
      <summary>{t('studioExport')}</summary>
      <div class="row">
        <button type="button" onClick={savePack}>
          {t('studioExportPack')}
        </button>
      </div>
    </details>
  );
}
