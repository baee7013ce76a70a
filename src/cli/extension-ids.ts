/** Ids of the extension as this project builds it. A build that is signed with another key has another id. */
export const extensionIds = { chromium: 'ifchoialnjipmdinnjfglalppkaejlnl', firefox: 'cairn@guidance.invalid' } as const;
