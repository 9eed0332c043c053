import { PAGE_HEADER } from '#shared/ipc/page-header.ts';

/** Of this page alone, as long as it lives: nobody else knows it. */
export const ownPage = { [PAGE_HEADER]: crypto.randomUUID() };
