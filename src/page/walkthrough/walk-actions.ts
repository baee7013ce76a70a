import { nameOf } from '../../locator/page/name.ts';
import { roleOf } from '../../locator/page/role.ts';
import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { aboutGuide, type LocalizedStepAct } from '../../model/pack/localized-guide.ts';
import type { OverlayState, WalkActions } from '../../overlay/overlay-state.ts';
import type { Player } from '../../player/create-player.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { PageContext, PageHandle } from '../page-handle.ts';
import { pageRoute } from '../page-route.ts';

/** The control that a step is about, as its author named it; a name that may be data is not in the pack. */
function queryOf({ role, name, language }: Anchor): ObservedControl {
  const wording = typeof name === 'string' ? name : (name?.[language ?? ''] ?? Object.values(name ?? {})[0]);
  return { role, ...(wording === undefined ? { masked: true } : { name: wording.slice(0, 200) }) };
}

interface WalkActionsDeps extends Pick<PageHandle, 'load'> {
  state: OverlayState;
  ask: Ask;
  context: () => PageContext;
  t: Translate;
  player: Player;
  /** Resumes here the walkthrough that goes on in another tab. */
  resumeHere: () => void;
  /** To an address inside the app. */
  go: (address: string) => void;
}

/** What each button on the card of a step does. */
export function createWalkActions({
  state,
  load,
  ask,
  context,
  t,
  player,
  resumeHere,
  go,
}: WalkActionsDeps): Omit<WalkActions, 'moveCard'> {
  /** A control that is no longer in the page is not risky: the player finds that out when it tries. */
  async function approve(): Promise<void> {
    const { target, step } = state.walk.value ?? {};
    const isRisky = target?.isConnected && step?.do ? await isActRisky(step.do, target) : false;
    if (state.walk.value?.step === step) player.send({ is: 'agree', risky: isRisky });
  }

  async function isActRisky(act: LocalizedStepAct, target: Element): Promise<boolean> {
    const modes = await load('modes');
    if (!modes) return true;
    const role = roleOf(target);
    const facts = modes.pressFacts(target, role, nameOf(target, role));
    const risk = modes.riskOf(act, facts);
    if (risk !== 'by-name') return risk === 'risky';
    const { name, address } = facts;
    const judged = await ask('name.judge', { name: name.slice(0, 500), ...(address && { address: address.slice(0, 2000) }) });
    return !judged.ok || judged.lasting;
  }

  async function report(): Promise<void> {
    const walk = state.walk.value;
    if (!walk || walk.dependsOnValue) return;
    const about = aboutGuide(walk.guide, walk.step.id);
    const control = walk.step.anchor && queryOf(walk.step.anchor);
    const absence = walk.phase === 'missing' && control ? (walk.absence?.is ?? ('absent' as const)) : undefined;
    const parts = { ...(absence && { absence }), ...(control && { control }) };
    const result = await ask('feedback', { choice: 'missing', route: pageRoute(context()), about, ...parts });
    if (!result.ok) state.announcement.value = refusalText(result, t);
    else if (state.walk.value?.step === walk.step) {
      state.walk.value = { ...state.walk.value, reported: true };
      state.announcement.value = t('stepReported');
    }
  }

  return {
    next: () => player.send({ is: 'next' }),
    skip: () => player.send({ is: 'skip' }),
    back: () => player.send({ is: 'back' }),
    leave: () => player.send({ is: 'leave' }),
    setMode: (mode) => {
      const ended = state.walk.value?.phase === 'finished' ? state.walk.value.guide : undefined;
      if (mode === 'show') state.playback.value = { ...state.playback.value, paused: false };
      if (ended) player.start(ended, mode, state.walk.value?.dependsOnValue);
      else player.send({ is: 'mode', mode });
    },
    completePlayback: () => player.send({ is: 'played' }),
    setPlayback: (how) => {
      state.playback.value = { ...state.playback.value, ...how };
    },
    approve: () => void approve(),
    decline: () => player.send({ is: 'decline' }),
    reportMissing: () => void report(),
    returnToStep: () => {
      const { lastUrl, step } = state.walk.value ?? {};
      // The stored address has no query. Where the author's address has one, it is the better one; else the person's own is.
      const address = lastUrl && !step?.go?.includes('?') ? lastUrl : step?.go;
      if (address) go(address);
    },
    continueHere: resumeHere,
    declineOffer: () => {
      state.walkOffer.value = null;
      void ask('progress', { progress: null, take: false });
    },
  };
}
