/** Of what scrolls and may hold nothing to press: the Tab key comes to it, and arrow keys move in it. */
export const SCROLLED = { tabIndex: 0 } as const;
