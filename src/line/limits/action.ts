import { anything, byType } from './by-type.ts';
import { all, type Check } from './check.ts';
import { dateTimeOrder } from './datetime-action.ts';
import { type Fields, isObject, object, required } from './object.ts';
import { graphemeText, pattern, text } from './text.ts';
import { linkUri } from './uri.ts';
import { oneOf } from './value.ts';

/** Where an action stands decides its label and which kinds it may be. */
export interface ActionRules {
  /** Most characters (grapheme clusters) of the label. */
  readonly label: number;
  readonly labelRequired: boolean;
  readonly kinds: readonly ActionKind[];
}

export type ActionKind = keyof typeof KINDS;

const data = required(text({ max: 300 }));

const KINDS = {
  postback: {
    data,
    displayText: graphemeText({ max: 300 }),
    text: graphemeText({ max: 300 }),
    inputOption: oneOf('closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice'),
    fillInText: graphemeText({ max: 300 }),
  },
  message: { text: required(graphemeText({ max: 300 })) },
  uri: { uri: required(linkUri), altUri: object({ desktop: linkUri }) },
  datetimepicker: {
    data,
    mode: required(oneOf('date', 'time', 'datetime')),
    initial: anything,
    max: anything,
    min: anything,
  },
  clipboard: { clipboardText: required(text({ min: 1, max: 1000 })) },
  camera: {},
  cameraRoll: {},
  location: {},
  richmenuswitch: { data, richMenuAliasId: required(pattern(/^[a-z0-9_-]{1,32}$/)) },
} as const satisfies Readonly<Record<string, Fields>>;

/** What cannot stand together in one postback action. */
const postbackTogether: Check = (value, place) => {
  if (!isObject(value)) return;
  if (typeof value['text'] === 'string' && typeof value['displayText'] === 'string') {
    place.fail('`text` and `displayText` cannot be specified at the same time');
  }
  if (typeof value['fillInText'] === 'string' && value['inputOption'] !== 'openKeyboard') {
    place.at('fillInText').fail('`inputOption` must be `openKeyboard`');
  }
};

/** The label's absence is told in LINE's words for Flex: "`label` must be specified". */
const labelPresent: Check = (value, place) => {
  if (!isObject(value)) return;
  const { label } = value;
  if (label !== undefined && label !== null && label !== '') return;
  if (place.words.strict) place.fail('`label` must be specified');
  else place.at('label').fail(place.words.missing);
};

const optionalLabel = (max: number): Check => {
  const check = graphemeText({ max });
  return (value, place) => {
    if (value !== '') check(value, place);
  };
};

/** An action: what happens on a tap. */
export function action(rules: ActionRules): Check {
  const checks = rules.kinds.map((kind): readonly [string, Check] => {
    const fields = object({ type: anything, label: optionalLabel(rules.label), ...KINDS[kind] });
    const together = kind === 'postback' ? [postbackTogether] : kind === 'datetimepicker' ? [dateTimeOrder] : [];
    return [kind, all(fields, ...together, ...(rules.labelRequired ? [labelPresent] : []))];
  });
  return byType(Object.fromEntries(checks));
}

/** The kinds that may stand anywhere. */
export const COMMON_KINDS = ['postback', 'message', 'uri', 'datetimepicker', 'clipboard'] as const;
