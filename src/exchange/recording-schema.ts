import { z } from 'zod';

/** A selector, or one for each tree that leads to the element. */
const selector = z.union([z.string().max(5000), z.array(z.string().max(5000)).min(1).max(50)]);

/** A step of a recording. Each type of step has further fields; those that are not needed here are not looked at. */
const recordedStep = z.looseObject({
  type: z
    .enum([
      ...['setViewport', 'emulateNetworkConditions', 'navigate', 'close', 'scroll', 'hover', 'click', 'doubleClick', 'change'],
      ...['keyDown', 'keyUp', 'waitForElement', 'waitForExpression', 'customStep'],
    ] as [string, ...string[]])
    .meta({ description: 'Type of the step, as the Recorder panel writes it' }),
  selectors: z.array(selector).min(1).max(50).optional().meta({ description: 'Selectors of the element, at least one' }),
  frame: z.array(z.int().min(0)).max(20).optional().meta({ description: 'Indices that lead to the frame' }),
  url: z.string().max(5000).optional().meta({ description: 'Address of a "navigate" step' }),
  button: z.string().max(20).optional().meta({ description: 'Button of the pointer' }),
  visible: z.boolean().optional(),
  name: z.string().max(200).optional().meta({ description: 'Name of a "customStep"' }),
  parameters: z.unknown().optional(),
  assertedEvents: z
    .array(z.looseObject({ type: z.string().max(60), url: z.string().max(5000).optional() }))
    .max(50)
    .optional()
    .meta({ description: 'What followed the step' }),
});
export type RecordedStep = z.infer<typeof recordedStep>;

/** A recording of the Recorder panel of Chrome's developer tools, as JSON. */
export const recording = z.looseObject({
  title: z.string().min(1).max(1000).meta({ description: 'Title of the recording' }),
  steps: z.array(recordedStep).min(1).max(2000).meta({ description: 'Steps of the recording' }),
});
export type DevtoolsRecording = z.infer<typeof recording>;

/** Names of the custom steps by which a guide survives its way through a recording. */
export const CUSTOM = { guide: 'cairn-guide', step: 'cairn-step' } as const;
