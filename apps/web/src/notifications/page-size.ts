/** How many notifications a page of them has; what is prefetched is what is shown. */
export const PAGE_SIZE = 20;
