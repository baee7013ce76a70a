import { computed, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Clock } from '../runtime/clock.ts';
import { createBrowserStatus } from './browser-status.ts';
import { createHere } from './here-view.tsx';
import { createMine } from './mine-view.tsx';
import { PanelMenu } from './panel-menu.tsx';
import { PauseBanner } from './pause-banner.tsx';
import type { RecordsDeps } from './records-view.tsx';

import { createStudio } from './studio/studio-view.tsx';
import { Tabs } from './tabs.tsx';

interface PanelDeps extends RecordsDeps {
  /** Calls back when something may have changed. */
  onChange: (callback: () => void) => void;
  /** Calls back when the panel may be closed next. */
  onHide: (callback: () => void) => void;
  clock: Clock;
  openStatus: () => void;
  /** Name of the section to show first; the page in front if there is no such section. */
  initialSection: string;
}

interface Section {
  name: string;
  title: string;
  View: ComponentType;
  read(): Promise<void>;
}

/** The side panel: a few sections, each read when it is shown and whenever something changes. The studio is one for those who may record. */
export function createPanel(deps: PanelDeps) {
  const { ask, t, now, openStatus } = deps;
  const status = createBrowserStatus(ask);
  const [here, mine] = [createHere({ ...deps, status }), createMine({ ...deps, status })];
  const studio = createStudio(deps);
  const sections = computed((): Section[] => [
    { name: 'here', title: t('tabHere'), View: here.Here, read: here.read },
    { name: 'mine', title: t('tabMine'), View: mine.Mine, read: mine.read },
    ...(studio.isAvailable.value ? [{ name: 'studio', title: t('tabStudio'), View: studio.Studio, read: studio.read }] : []),
  ]);
  const selected = signal(deps.initialSection);
  const active = computed(() => sections.value.find(({ name }) => name === selected.value) ?? sections.value[0]!);
  const read = () => void Promise.all([status.read(), studio.read(), active.value.name !== 'studio' && active.value.read()]);
  const show = (name: string) => {
    selected.value = name;
    read();
  };
  deps.onChange(read);
  deps.onHide(() => void studio.flush());
  read();

  return function Panel() {
    const { name, View } = active.value;
    return (
      <>
        <h1 class="unseen">{t('panelTitle')}</h1>
        <header class="panel-head">
          <Tabs label={t('panelSections')} tabs={sections.value} selected={name} select={show} />
          <PanelMenu openStatus={openStatus} t={t} />
        </header>
        <PauseBanner status={status} t={t} now={now} />
        <div id="section" role="tabpanel" aria-labelledby={`tab-${name}`}>
          <View />
        </div>
      </>
    );
  };
}
