interface TabsProps {
  label: string;
  tabs: readonly { name: string; title: string }[];
  selected: string;
  select(name: string): void;
}

/** Tabs by the ARIA pattern: one stop for the Tab key, arrow keys between them, Home and End. */
export function Tabs({ label, tabs, selected, select }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const nextIndex = nextTab(event.key, {
      at: tabs.findIndex(({ name }) => name === selected),
      count: tabs.length,
      isRightToLeft: getComputedStyle(event.currentTarget).direction === 'rtl',
    });
    const tab = nextIndex === undefined ? undefined : tabs[nextIndex];
    if (!tab) return;
    event.preventDefault();
    select(tab.name);
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
          aria-selected={name === selected}
          aria-controls="section"
          tabIndex={name === selected ? 0 : -1}
          onClick={() => select(name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

interface TabPosition {
  at: number;
  count: number;
  isRightToLeft: boolean;
}

function nextTab(key: string, { at, count, isRightToLeft }: TabPosition): number | undefined {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
