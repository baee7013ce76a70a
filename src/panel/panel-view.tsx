import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { createBrowserStatus } from './browser-status.ts';
import { createGuidesHere } from './guides-here-view.tsx';
import { MuteAndPauseSection, PauseBanner } from './mute-and-pause.tsx';
import { createMyFeedback } from './my-feedback-view.tsx';
import { createRecords, type RecordsDeps } from './records-view.tsx';
import { Tabs } from './tabs.tsx';

interface PanelDeps extends RecordsDeps {
  /** Calls back when something may have changed. */
  onChange: (callback: () => void) => void;
  /** Name of the section to show first; the records if there is no such section. */
  initialSection: string;
}

interface Section {
  name: string;
  title: string;
  View: ComponentType;
  read(): Promise<void>;
}

function createSections(deps: PanelDeps): { sections: Section[]; Banner: ComponentType; readStatus(): Promise<void> } {
  const { ask, t, now } = deps;
  const status = createBrowserStatus(ask);
  const [guides, feedback, records] = [createGuidesHere(deps), createMyFeedback(deps), createRecords(deps)];
  return {
    sections: [
      { name: 'guides', title: t('tabGuides'), View: guides.GuidesHere, read: guides.read },
      { name: 'feedback', title: t('tabFeedback'), View: feedback.MyFeedback, read: feedback.read },
      { name: 'records', title: t('tabRecords'), View: records.Records, read: records.read },
      {
        name: 'pause',
        title: t('tabPause'),
        View: () => <MuteAndPauseSection status={status} t={t} now={now} />,
        read: status.read,
      },
    ],
    Banner: () => <PauseBanner status={status} t={t} now={now} />,
    readStatus: status.read,
  };
}

/** The side panel: a few sections, each read when it is shown and whenever something changes. */
export function createPanel(deps: PanelDeps) {
  const { t } = deps;
  const { sections, Banner, readStatus } = createSections(deps);
  const sectionNamed = (name: string) => sections.find((section) => section.name === name);
  const active = signal(sectionNamed(deps.initialSection) ?? sectionNamed('records')!);
  const read = () => void Promise.all([readStatus(), active.value.read()]);
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
        <Tabs label={t('panelSections')} tabs={sections} selected={name} select={show} />
        <Banner />
        <div id="section" role="tabpanel" aria-labelledby={`tab-${name}`}>
          <View />
        </div>
      </>
    );
  };
}
