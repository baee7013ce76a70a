import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { nameControl } from '../../src/locator/name-control.ts';
import { isQuietIn } from '../../src/model/quiet.ts';
import { routeTemplate } from '../../src/model/route-template.ts';
import { mountOverlay } from '../../src/overlay/mount.tsx';
import { createOverlayState } from '../../src/overlay/overlay-state.ts';
import { guard } from '../../src/runtime/guard.ts';
import { browser } from '../page/api.ts';
import { type Here, readHandle } from '../page/handle.ts';
import { createAbreast } from './abreast.ts';
import { createActs } from './acts.ts';
import { createContent } from './content.ts';
import { createFormActs } from './form-acts.ts';
import { watchLastControl } from './last-control.ts';
import { createPlaying } from './playing.ts';
import { createSeeking } from './seeking.ts';
import { createWalkActs } from './walk-acts.ts';

/** Injected on demand: finds controls, draws over the page, leads walkthroughs. Everything it needs is wired here and nowhere else. */
export default defineUnlistedScript(() => {
  const page = readHandle();
  if (!page) return;
  const { lifetime, ask } = page;
  const safely = guard((fault) => console.debug('[cairn]', fault));
  const say = (key: string, ...values: string[]) => browser.i18n.getMessage(key, values);
  const state = createOverlayState();
  const now = { here: page.here };
  const here = (): Here => now.here;
  const inner = window !== window.top;
  const abreast = createAbreast({ state, ask, inner, lifetime });
  const playing = createPlaying({ state, ask, here, say, seek: (anew) => seeking.renew(anew), inner, tell: abreast.tell });
  const seeking = createSeeking({ state, here, lifetime, player: playing.player, mayMiss: abreast.mayMiss });
  abreast.leaveWith(playing.player);
  const { player } = playing;
  const acts = createActs({ state, ask, here, say, player, lastControl: watchLastControl(lifetime) });
  const walk = createWalkActs({ state, ask, here, say, player, go: acts.go });

  const content = createContent({
    ...{ state, ask, here, say, inner, lifetime },
    route: () => routeTemplate(location.href, here().places),
    begin: acts.begin,
    go: acts.go,
  });
  const turn = mountOverlay({
    document,
    state: { ...state, walk: abreast.visible },
    acts: { ...acts, walk, content: { ...content.acts, form: createFormActs(ask) } },
    say,
    lifetime,
    onGaveWay: safely(() => console.debug('[cairn] gave way')),
  });
  const renew = safely((next: Here) => {
    now.here = next;
    state.feedback.value = next.switches.feedback && !inner;
    state.launcher.value = next.launcher;
    state.theme.value = next.theme;
    state.quiet.value = isQuietIn(next.quiet, next.app.id, Date.now());
    playing.resume();
    seeking.renew();
    if (!inner) content.renew();
  });
  page.attach({
    renew,
    nameControl,
    takeFocus: safely(() => (!inner || abreast.visible.value) && turn.take()),
    followed: safely((walk) => abreast.follow(playing.player, walk, playing.follow)),
    moved: safely(() => {
      playing.player.hear({ is: 'arrived' });
      seeking.renew();
      if (!inner) content.moved();
    }),
  });
  renew(page.here);
});
