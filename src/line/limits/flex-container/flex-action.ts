import { action, COMMON_KINDS } from '../action.ts';

/** The action of a button, whose label is the button's text. */
export const buttonAction = action({ label: 40, labelRequired: true, kinds: COMMON_KINDS });

/** The action of anything else; its label is only read out. */
export const tapAction = action({ label: 40, labelRequired: false, kinds: COMMON_KINDS });

/** The action of a film can only open a link. */
export const videoAction = action({ label: 40, labelRequired: false, kinds: ['uri'] });
