import { useSignal } from '@preact/signals';
import { exportPlaywright } from '../../exchange/export-playwright.ts';
import { exportRecording } from '../../exchange/export-recording.ts';
import { writeHandout } from '../../exchange/handout.ts';
import type { Walkthrough } from '../../model/pack/guide.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { creditText } from '../../runtime/credit-text.ts';
import { LossList } from './loss-list.tsx';
import { packOf } from './pack-of.ts';
import { picturesOf } from './pictures-of.ts';
import type { PublishDeps } from './publish-deps.ts';

/** Takes the draft elsewhere as a file. What the other format cannot hold is listed. */
export function ExportMenu({ draft, ask, t, saveFile }: PublishDeps & { draft: StudioDraft }) {
  const losses = useSignal<readonly string[]>([]);
  const { guide, language } = draft;
  const saveJson = (name: string, document: object) =>
    saveFile(`${guide.id}.${name}.json`, 'application/json', `${JSON.stringify(document, null, 2)}\n`);
  const savePack = () => {
    losses.value = [];
    saveJson('pack', packOf(draft));
  };
  const saveRecording = async (walkthrough: Walkthrough) => {
    const exported = exportRecording(walkthrough, language, await originOf(draft.app, ask));
    losses.value = exported.losses;
    saveJson('recording', exported.document);
  };
  const saveTest = async (walkthrough: Walkthrough) => {
    const exported = exportPlaywright(walkthrough, language, await originOf(draft.app, ask));
    losses.value = exported.losses;
    saveFile(`${guide.id}.spec.ts`, 'text/plain', exported.text);
  };
  const saveHandout = (walkthrough: Walkthrough) => {
    losses.value = [];
    const by = draft.credit ?? walkthrough.credit;
    const credit = by && { credit: creditText(by, t) };
    const html = writeHandout(walkthrough, { base: language, language, pictures: picturesOf(draft), ...credit });
    saveFile(`${guide.id}.html`, 'text/html', html);
  };
  return (
    <details>
      <summary>{t('studioExport')}</summary>
      <div class="row">
        <button type="button" onClick={savePack}>
          {t('studioExportPack')}
        </button>
        {guide.kind === 'walkthrough' && (
          <>
            <button type="button" onClick={() => saveHandout(guide)}>
              {t('studioExportHandout')}
            </button>
            <button type="button" onClick={() => void saveTest(guide)}>
              {t('studioExportTest')}
            </button>
            <button type="button" onClick={() => void saveRecording(guide)}>
              {t('studioExportRecording')}
            </button>
          </>
        )}
      </div>
      <LossList losses={losses.value} t={t} />
    </details>
  );
}

/** Where a replay of the guide begins. */
async function originOf(app: string, ask: PublishDeps['ask']): Promise<string> {
  const status = await ask('status', {});
  const [origin] = (status.ok && status.policy.apps.find(({ id }) => id === app)?.origins) || [];
  return origin ?? 'https://app.example';
}
