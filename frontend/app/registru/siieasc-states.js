/** In the order in which offices go. */
export const STATES = ['NOT_STARTED', 'EQUIPPED', 'TRAINED', 'CHECKED', 'LIVE'];
