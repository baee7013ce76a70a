/** Signs that a terminal acts on instead of showing them, and those that change the direction of what follows. Lines stay lines. */
const CONTROLS = /\r(?!\n)|(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Text of anybody, as a terminal may show it: it cannot move the cursor, colour or hide what else is printed. */
export const printable = (text: string): string => text.replace(CONTROLS, '\ufffd');
