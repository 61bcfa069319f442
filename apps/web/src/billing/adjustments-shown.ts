/** How many adjustments are shown at first; what is prefetched is what is shown. */
export const ADJUSTMENTS_SHOWN = 5;
