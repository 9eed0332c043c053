/** By this a page of the browser till says which one it is: the web host serves all of a machine's browsers alike. */
export const PAGE_HEADER = 'x-omnitill-page';
