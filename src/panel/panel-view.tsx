import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { createBrowserStatus } from './browser-status.ts';
import { createHere } from './here-view.tsx';
import { createMine } from './mine-view.tsx';
import { PanelMenu } from './panel-menu.tsx';
import { PauseBanner } from './pause-banner.tsx';
import type { RecordsDeps } from './records-view.tsx';
import { Tabs } from './tabs.tsx';

interface PanelDeps extends RecordsDeps {
  /** Calls back when something may have changed. */
  onChange: (callback: () => void) => void;
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

/** Each section is one tab; a section is added here. */
function createSections(deps: PanelDeps, status: ReturnType<typeof createBrowserStatus>): Section[] {
  const { t } = deps;
  const [here, mine] = [createHere({ ...deps, status }), createMine({ ...deps, status })];
  return [
    { name: 'here', title: t('tabHere'), View: here.Here, read: here.read },
    { name: 'mine', title: t('tabMine'), View: mine.Mine, read: mine.read },
  ];
}

/** The side panel: a few sections, each read when it is shown and whenever something changes. */
export function createPanel(deps: PanelDeps) {
  const { ask, t, now, openStatus } = deps;
  const status = createBrowserStatus(ask);
  const sections = createSections(deps, status);
  const sectionNamed = (name: string) => sections.find((section) => section.name === name);
  const active = signal(sectionNamed(deps.initialSection) ?? sections[0]!);
  const read = () => void Promise.all([status.read(), active.value.read()]);
  const show = (name: string) => {
    active.value = sectionNamed(name) ?? active.value;
    read();
  };
  deps.onChange(read);
  read();

  return function Panel() {
    const { name, View } = active.value;
    return (
      <>
        <h1 class="unseen">{t('panelTitle')}</h1>
        <header class="panel-head">
          <Tabs label={t('panelSections')} tabs={sections} selected={name} select={show} />
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
