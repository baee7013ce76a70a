import type { Step } from '../../model/pack/step.ts';
import type { ObservedAct } from '../../model/studio/observed-act.ts';
import type { StepNotes } from '../../model/studio/studio-draft.ts';
import { instructionFor, instructionToGo } from './draft-instruction.ts';
import { placeOfRoute } from './place-of-route.ts';

/** The step that an act becomes. Its id is that of the act, so that a later report of the act finds it. */
export function stepOfAct(act: ObservedAct, language: string): Step {
  const place = placeOfRoute(act.route);
  return {
    id: act.id,
    ...instructionFor(act, language),
    anchor: act.anchor,
    ...(place && { at: place }),
    advance: advanceOf(act),
    ...(act.revealedBy && { revealedBy: act.revealedBy }),
  };
}

/** What is known of a step beside what the pack holds. */
export function notesOfAct(act: ObservedAct, isWithheld: boolean): StepNotes {
  const offers: NonNullable<StepNotes['offers']> = [];
  if (act.appears) offers.push('check-appears');
  if (isWithheld) offers.push('name-withheld');
  if (act.kind === 'in-words' || act.kind === 'context-menu') offers.push('add-in-words');
  return {
    strength: act.strength,
    ...(act.rival && { rival: act.rival }),
    ...(act.picture && { picture: act.picture }),
    ...(act.appears && { appears: act.appears }),
    ...(offers.length && { offers }),
    recordedAt: act.at,
  };
}

/** The step that goes to where the next act is, where no act led there. */
export function stepToGo(act: ObservedAct, place: string, language: string): Step {
  return { id: `go-${act.id}`.slice(0, 63), ...instructionToGo(place, language), advance: { on: 'place', to: place } };
}

/** The event that was observed completes the step; where no event can be observed, the person says when it is done. */
function advanceOf({ kind, to }: ObservedAct): Step['advance'] {
  switch (kind) {
    case 'click':
    case 'double-click':
    case 'choose':
    case 'file':
    case 'hover':
      return { on: kind };
    case 'input':
    case 'check':
    case 'radio':
      return { on: 'input' };
    case 'drag':
      return to ? { on: 'drag', to } : { on: 'next' };
    default:
      return { on: 'next' };
  }
}
