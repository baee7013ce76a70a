import { render } from 'preact';
import type { LocalizedStep, LocalizedTip, LocalizedWalkthrough } from '../../../src/model/pack/localized-guide.ts';
import type { CardSpot } from '../../../src/model/person/card-spot.ts';
import contentCss from '../../../src/overlay/content.css?inline';
import { ContentView } from '../../../src/overlay/content-view.tsx';
import panelCss from '../../../src/overlay/feedback/feedback-panel.css?inline';
import { FeedbackPanelView } from '../../../src/overlay/feedback/feedback-panel-view.tsx';
import { prefixCustomProperties } from '../../../src/overlay/host/style-sheet.ts';
import css from '../../../src/overlay/overlay.css?inline';
import {
  createOverlayState,
  type OverlayActions,
  type OverlayState,
  type WalkOnScreen,
} from '../../../src/overlay/overlay-state.ts';
import { OverlayView } from '../../../src/overlay/overlay-view.tsx';
import type { OutOfSight } from '../../../src/overlay/placement/is-in-view.ts';
import { applyTheme } from '../../../src/overlay/ui/apply-theme.ts';
import { GhostPointer } from '../../../src/overlay/walkthrough/ghost-pointer.tsx';
import { PlayButtons } from '../../../src/overlay/walkthrough/play-buttons.tsx';
import playbackCss from '../../../src/overlay/walkthrough/playback.css?inline';
import { StepButtons } from '../../../src/overlay/walkthrough/step-buttons.tsx';
import walkCss from '../../../src/overlay/walkthrough/walkthrough.css?inline';
import { lookUpIn, type MessageCatalogue } from '../../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../../src/runtime/translate.ts';
import { hostStyle } from './host-style.ts';

export const scenes = [
  'tip',
  'creditedTip',
  'creditedStep',
  'step',
  'region',
  'first',
  'show',
  'missing',
  'gone',
  'reopening',
  'paused',
  'offer',
  'finished',
  'panel',
  'walkAndPanel',
  'withheld',
  'mute',
  'notice',
  'links',
  'undo',
  'withdrawn',
] as const;
export type Scene = (typeof scenes)[number];

export interface Setting {
  scene: Scene;
  messages: MessageCatalogue;
  language: string;
}

const texts: Record<string, { title: string; body: string }> = {
  en: {
    title: 'Search by supplier',
    body: 'Three letters of the supplier are enough. Press Enter to see every order of theirs.',
  },
  ar: { title: 'البحث حسب المورّد', body: 'تكفي ثلاثة أحرف من اسم المورّد. اضغط Enter لرؤية كل طلباته.' },
};

/** The overlay's real views in an open root, where axe can look; nothing of it acts. */
export function showScene({ scene, messages, language }: Setting): void {
  const lookUp = lookUpIn([messages]);
  const t = createTranslate((key, values) => lookUp(key, values) || `[${key}]`);
  const host = document.createElement('div');
  host.style.cssText = hostStyle;
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = prefixCustomProperties(css + walkCss + contentCss + panelCss + playbackCss);
  const container = document.createElement('div');
  container.className = 'overlay';
  container.dir = t('direction');
  applyTheme(container, null);
  root.append(style, container);
  const state = createOverlayState();
  applyScene(state, scene, language);
  render(<OverlayView state={state} t={t} actions={sceneActions(state)} />, container);
  if (scene === 'withheld') root.querySelector('details.goes')?.setAttribute('open', '');
  if (scene === 'mute') root.querySelector('details.mute-choices')?.setAttribute('open', '');
}

function applyScene(state: OverlayState, scene: Scene, language: string): void {
  const { title, body } = texts[language]!;
  const localized = (text: string) => ({ text, language });
  const shown = { rich: [{ p: [body] }], language };
  const common = {
    app: 'orders',
    pack: { id: 'basics', version: 1, title: localized(title), language, sample: true },
    title: localized(title),
    priority: 50,
  };
  const anchor = { role: 'searchbox' };
  const credit = { name: 'Ada Lovelace', department: 'Purchasing' };
  const tip: LocalizedTip = { kind: 'tip', id: 'search', ...common, anchor, body: shown, opens: 'find' };
  const step = (id: string) => ({ id, anchor, title: localized(title), body: shown, advance: { on: 'next' as const } });
  const guide: LocalizedWalkthrough = { kind: 'walkthrough', id: 'find', ...common, steps: ['a', 'b', 'c'].map(step) };
  const target = document.querySelector('#search')!;
  const walk = { guide, step: guide.steps[1]!, stepIndex: 1, mode: 'guide' as const, trail: [0], target };
  state.feedbackEnabled.value = true;
  state.panelView.value = { View: FeedbackPanelView, css: '' };
  state.playbackViews.value = { Ghost: GhostPointer, PlayButtons, css: '' };
  state.guides.value = [guide];
  state.tips.value = [{ tip, target }];
  if (scene === 'links') tip.body.rich = [{ p: links.flatMap((link) => [link, ' ']) }];
  if (scene === 'tip' || scene === 'links') state.openTip.value = 'basics/search';
  if (scene === 'creditedTip') state.tips.value = [{ tip: { ...tip, credit }, target }];
  if (scene === 'creditedTip') state.openTip.value = 'basics/search';
  if (scene === 'creditedStep') state.walk.value = { ...walk, guide: { ...guide, credit }, phase: 'showing' };
  if (scene === 'step') state.walk.value = { ...walk, phase: 'showing' };
  if (scene === 'region') state.walk.value = { ...walk, phase: 'showing', target: document.querySelector('main > table') };
  if (scene === 'first') state.walk.value = { ...walk, phase: 'showing', step: guide.steps[0]!, stepIndex: 0, trail: [] };
  if (scene === 'show')
    state.walk.value = { ...walk, phase: 'showing', mode: 'show', step: { ...walk.step, advance: { on: 'input' } } };
  if (scene === 'gone') state.walk.value = { ...walk, phase: 'showing', controlGone: true };
  if (scene === 'reopening') state.walk.value = { ...walk, phase: 'showing', reopening: true };
  if (scene === 'missing') state.walk.value = { ...walk, phase: 'missing', target: null };
  if (scene === 'paused') state.walk.value = { ...walk, phase: 'paused', target: null };
  if (scene === 'offer') state.walkOffer.value = guide;
  if (scene === 'finished') state.walk.value = { ...walk, phase: 'finished', target: null };
  if (scene === 'walkAndPanel') state.walk.value = { ...walk, phase: 'missing', target: null };
  if (scene === 'panel' || scene === 'mute' || scene === 'walkAndPanel')
    state.panel.value = {
      shows: 'choices',
      context: {
        app: 'Orders',
        route: '/orders',
        control: { role: 'searchbox', name: 'Supplier' },
        disclosed: { role: 'searchbox', name: 'Supplier' },
      },
      formUrl: null,
    };
  if (scene === 'withheld')
    state.panel.value = {
      shows: 'choices',
      context: {
        app: 'Orders',
        route: '/orders',
        control: { role: 'button', name: 'Message Jane Roe' },
        disclosed: { role: 'button', masked: true, position: { nth: 3, within: { role: 'form', name: 'Address' } } },
      },
      formUrl: null,
    };
  if (scene === 'undo') {
    const takeBack = () => {
      state.content.hidden.value = null;
    };
    const actions = { leaveHidden: takeBack, restore: takeBack };
    state.content.presented.value = { View: ContentView, css: contentCss, actions: actions as never };
    state.content.hidden.value = tip;
  }
  if (scene === 'withdrawn') {
    const leaveWithdrawn = () => {
      state.content.withdrawn.value = null;
    };
    state.content.presented.value = { View: ContentView, css: contentCss, actions: { leaveWithdrawn } as never };
    state.content.withdrawn.value = guide;
  }
  if (scene === 'notice') {
    const notice = {
      kind: 'notice' as const,
      id: 'news',
      ...common,
      as: 'card' as const,
      safety: false,
      body: shown,
      opens: 'find',
    };
    state.content.presented.value = { View: ContentView, css: contentCss, actions: noAction as never };
    state.content.activePrompt.value = { kind: 'notice', guide: notice };
  }
}

/** What of a step on screen differs from the one in the scene `step`. */
export type StepState = Partial<Omit<WalkOnScreen, 'step' | 'target' | 'guide'>> & { step: Partial<LocalizedStep> };

/** The buttons of a step's card in that state, and which of them are main ones. */
export function stepButtons(over: StepState, outOfSight: OutOfSight | null) {
  const state = createOverlayState();
  state.feedbackEnabled.value = true;
  applyScene(state, 'step', 'en');
  const shown = state.walk.value!;
  const walk = { ...shown, ...over, step: { ...shown.step, ...over.step } };
  const container = document.createElement('div');
  render(
    <StepButtons {...{ state, walk, outOfSight, t: createTranslate((key) => key), actions: sceneActions(state) }} />,
    container,
  );
  const buttons = [...container.querySelectorAll('button')];
  return { main: buttons.filter((one) => one.classList.contains('main')).map(textOf), all: buttons.map(textOf) };
}

const textOf = ({ textContent }: Element): string => textContent ?? '';

/** A host that is long enough to need several lines, as one that is made to look like another would be. */
const longHost = `${'docs.example.com.'.repeat(8)}elsewhere.example`;
const links = [
  { link: 'https://docs.example.com/a', text: ['manual'] },
  { link: 'https://xn--pple-43d.com/', text: [{ strong: ['apple'] }] },
  { link: 'https://docs.example.com/', text: ['https://docs.example.com/'] },
  { link: `https://${longHost}/`, text: ['دليل'] },
];

const noAction = new Proxy(() => undefined, { get: () => () => undefined });

/** Nothing acts but the choice of what is sent, opening and closing tips, and moving the card. */
function sceneActions(state: OverlayState): OverlayActions {
  const moveCard = (spot: CardSpot | null) => {
    state.cardSpot.value = spot;
  };
  const walk = new Proxy({}, { get: (_, name) => (name === 'moveCard' ? moveCard : noAction) });
  const setOpenTip = (key: string | null) => {
    state.openTip.value = key;
  };
  const acting: Record<PropertyKey, unknown> = {
    includeName: includeIn(state),
    openTip: setOpenTip,
    closeTip: () => setOpenTip(null),
    walk,
  };
  return new Proxy({}, { get: (_, name) => acting[name] ?? noAction }) as OverlayActions;
}

const includeIn = (state: OverlayState) => (includeName: boolean) => {
  const panel = state.panel.value;
  if (panel.shows === 'choices') state.panel.value = { ...panel, context: { ...panel.context, includeName } };
};
