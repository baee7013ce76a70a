const click = (name: string, more: object = {}) => ({
  type: 'click',
  target: 'main',
  selectors: [[`aria/${name}[role="button"]`], ['#it']],
  offsetX: 10,
  offsetY: 10,
  ...more,
});

/** A recording as the Recorder panel exports it. */
export const aRecording = {
  title: 'Place an order',
  steps: [
    { type: 'setViewport', width: 1200, height: 800, deviceScaleFactor: 1, isMobile: false, hasTouch: false, isLandscape: false },
    {
      type: 'navigate',
      url: 'https://orders.example/orders?tab=open',
      assertedEvents: [{ type: 'navigation', url: 'https://orders.example/orders' }],
    },
    click('New order', { assertedEvents: [{ type: 'navigation', url: 'https://orders.example/orders/4711/edit' }] }),
    { ...click('Supplier'), selectors: [['aria/Supplier', 'aria/[role="textbox"]'], ['#supplier'], ['input#supplier']] },
    { type: 'change', target: 'main', value: 'Jane Roe Ltd', selectors: [['aria/Amount'], ['input.amount']] },
    { type: 'change', target: 'main', value: 'net-30', selectors: [['aria/Terms[role="combobox"]']] },
    { type: 'doubleClick', target: 'main', selectors: [['#row']], offsetX: 1, offsetY: 1 },
    { type: 'keyDown', target: 'main', key: 'Tab' },
    { type: 'hover', target: 'main', selectors: [['aria/More[role="button"]']], frame: [0] },
    { type: 'waitForElement', target: 'main', selectors: [['aria/Saved[role="status"]']] },
  ],
};
