import { render } from 'preact';
import type { ShownTip, ShownWalkthrough } from '../../../src/model/shown.ts';
import contentCss from '../../../src/overlay/content.css?inline';
import css from '../../../src/overlay/overlay.css?inline';
import { createOverlayState, type OverlayActs, type OverlayState } from '../../../src/overlay/overlay-state.ts';
import { OverlayView } from '../../../src/overlay/overlay-view.tsx';
import { withOwnProperties } from '../../../src/overlay/own-properties.ts';
import walkCss from '../../../src/overlay/walk.css?inline';
import { wear } from '../../../src/overlay/wear.ts';
import { hostStyle } from './host-style.ts';

export const scenes = ['tip', 'step', 'missing', 'paused', 'offer', 'finished', 'panel', 'quiet', 'notice'] as const;
export type Scene = (typeof scenes)[number];

export interface Setting {
  scene: Scene;
  messages: Record<string, { message: string }>;
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
  const say = (key: string, ...values: string[]) =>
    (messages[key]?.message ?? `[${key}]`).replace(/\$V(\d)\$/g, (_, n: string) => values[Number(n) - 1] ?? '');
  const host = document.createElement('div');
  host.style.cssText = hostStyle;
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = withOwnProperties(css + contentCss + walkCss);
  const ground = document.createElement('div');
  ground.className = 'ground';
  ground.dir = say('direction');
  wear(ground, null);
  root.append(style, ground);
  const state = createOverlayState();
  play(state, scene, language);
  render(<OverlayView state={state} say={say} acts={idle()} />, ground);
  if (scene === 'quiet') root.querySelector('details.quiets')?.setAttribute('open', '');
}

function play(state: OverlayState, scene: Scene, language: string): void {
  const { title, body } = texts[language]!;
  const said = (words: string) => ({ words, language });
  const shown = { rich: [{ p: [body] }], language };
  const common = {
    app: 'orders',
    pack: { id: 'basics', version: 1, title: said(title), language, sample: true },
    title: said(title),
    priority: 50,
  };
  const anchor = { role: 'searchbox' };
  const tip: ShownTip = { kind: 'tip', id: 'search', ...common, anchor, body: shown, opens: 'find' };
  const step = (id: string) => ({ id, anchor, title: said(title), body: shown, advance: { on: 'next' as const } });
  const guide: ShownWalkthrough = { kind: 'walkthrough', id: 'find', ...common, steps: ['a', 'b', 'c'].map(step) };
  const beside = document.querySelector('#search')!;
  const walk = { guide, step: guide.steps[1]!, at: 1, way: 'guide' as const, trail: [0], beside };
  state.feedback.value = true;
  state.guides.value = [guide];
  state.tips.value = [{ tip, beside }];
  if (scene === 'tip') state.openTip.value = 'basics/search';
  if (scene === 'step') state.walk.value = { ...walk, phase: 'showing' };
  if (scene === 'missing') state.walk.value = { ...walk, phase: 'missing', beside: null };
  if (scene === 'paused') state.walk.value = { ...walk, phase: 'paused', beside: null };
  if (scene === 'offer') state.offered.value = guide;
  if (scene === 'finished') state.walk.value = { ...walk, phase: 'finished', beside: null };
  if (scene === 'panel' || scene === 'quiet')
    state.panel.value = {
      shows: 'choices',
      context: { app: 'Orders', route: '/orders', control: { role: 'searchbox', name: 'Supplier' } },
    };
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
    state.content.spoken.value = { kind: 'notice', guide: notice };
  }
}

const idle = (): OverlayActs =>
  new Proxy({}, { get: () => new Proxy(() => undefined, { get: () => () => undefined }) }) as OverlayActs;
