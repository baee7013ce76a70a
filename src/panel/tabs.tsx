interface TabsProps {
  label: string;
  tabs: readonly { name: string; title: string }[];
  chosen: string;
  choose(name: string): void;
}

/** Tabs as the ARIA pattern has them: one stop for the Tab key, arrows among them, Home and End. */
export function Tabs({ label, tabs, chosen, choose }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const to = target(event.key, {
      at: tabs.findIndex(({ name }) => name === chosen),
      of: tabs.length,
      isRightToLeft: getComputedStyle(event.currentTarget).direction === 'rtl',
    });
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    choose(tab.name);
    document.getElementById(`tab-${tab.name}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ name, title }) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls="section"
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => choose(name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

interface Among {
  at: number;
  of: number;
  isRightToLeft: boolean;
}

function target(key: string, { at, of, isRightToLeft }: Among): number | undefined {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % of;
  if (key === backward) return (at - 1 + of) % of;
  if (key === 'Home') return 0;
  return key === 'End' ? of - 1 : undefined;
}
