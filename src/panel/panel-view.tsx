import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { createGuidesHere } from './guides-here-view.tsx';
import { createMyFeedback } from './my-feedback-view.tsx';
import { createPauseControls } from './pause-controls.tsx';
import { createRecords, type RecordsDeps } from './records-view.tsx';
import { Tabs } from './tabs.tsx';

export interface PanelDeps extends RecordsDeps {
  /** Calls back when something may have changed. */
  onChange: (callback: () => void) => void;
  /** The section to begin with, by name. */
  initialSection: string;
}

interface Section {
  name: string;
  title: string;
  View: ComponentType;
  read(): Promise<void>;
}

/** The side panel: a few sections, each read when it comes to the front and whenever something changes. */
export function createPanel(deps: PanelDeps) {
  const { t } = deps;
  const [guides, feedback, records, pauseControls] = [
    createGuidesHere(deps),
    createMyFeedback(deps),
    createRecords(deps),
    createPauseControls(deps),
  ];
  const sections: Section[] = [
    { name: 'guides', title: t('tabGuides'), View: guides.GuidesHere, read: guides.read },
    { name: 'feedback', title: t('tabFeedback'), View: feedback.MyFeedback, read: feedback.read },
    { name: 'records', title: t('tabRecords'), View: records.Records, read: records.read },
    { name: 'pause', title: t('tabPause'), View: pauseControls.Rest, read: pauseControls.read },
  ];
  const activeSection = signal(sections.find(({ name }) => name === deps.initialSection) ?? sections[2]!);
  const read = () => void Promise.all([pauseControls.read(), activeSection.value.read()]);
  const show = (name: string) => {
    activeSection.value = sections.find((section) => section.name === name) ?? activeSection.value;
    read();
  };
  deps.onChange(read);
  read();

  return function Panel() {
    const { name, View } = activeSection.value;
    return (
      <>
        <h1 class="unseen">{t('panelTitle')}</h1>
        <Tabs label={t('panelSections')} tabs={sections} selected={name} select={show} />
        <pauseControls.PauseBanner />
        <div id="section" role="tabpanel" aria-labelledby={`tab-${name}`}>
          <View />
        </div>
      </>
    );
  };
}
