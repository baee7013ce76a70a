import type { Step } from '../../model/pack/step.ts';
import type { StepNotes } from '../../model/studio/studio-draft.ts';
import { underscored } from '../../runtime/translate.ts';
import { anchorText } from './anchor-field.tsx';
import type { DraftEditor } from './draft-editor.ts';

type Offer = NonNullable<StepNotes['offers']>[number];

interface StepOffersProps {
  editor: DraftEditor;
  step: Step;
  notes: StepNotes;
}

/** What the recorder noticed about a step and leaves to the person. */
export function StepOffers({ editor, step, notes }: StepOffersProps) {
  const { t } = editor;
  const drop = (offer: Offer) => editor.edit({ is: 'drop-offer', step: step.id, offer });
  const takers: Partial<Record<Offer, [label: string, take: () => void]>> = {
    'remove-undone': [t('studioDeleteStep'), () => editor.edit({ is: 'delete', step: step.id })],
    ...(notes.appears && { 'check-appears': [t('studioAddCheck'), () => takeCheck(editor, step, notes.appears!)] }),
  };
  return (
    <ul class="offers">
      {(notes.offers ?? []).map((offer) => (
        <li key={offer}>
          <p>
            {offer === 'check-appears' && notes.appears
              ? t('studioOfferCheck', anchorText(notes.appears, editor))
              : t(`offer_${underscored(offer)}`)}
          </p>
          <div class="row">
            {takers[offer] && (
              <button type="button" onClick={takers[offer][1]}>
                {takers[offer][0]}
              </button>
            )}
            <button type="button" class="quiet" onClick={() => drop(offer)}>
              {t('studioDropOffer')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function takeCheck(editor: DraftEditor, step: Step, anchor: NonNullable<StepNotes['appears']>): void {
  const { draft, t } = editor;
  if (draft.guide.kind !== 'walkthrough') return;
  const path = ['steps', draft.guide.steps.findIndex(({ id }) => id === step.id), 'checks'];
  const message = t('studioNotThere', anchorText(anchor, editor));
  const check = { requires: { is: 'appears' as const, anchor }, message };
  const added = editor.edit({ is: 'set', path, value: [...(step.checks ?? []), check] });
  if (added.ok) editor.edit({ is: 'drop-offer', step: step.id, offer: 'check-appears' });
}
