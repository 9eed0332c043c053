/** The key with which anybody may place web orders in the demo; refused by every server that is none. */
export const DEMO_CHANNEL_KEY = 'demo-web-key';
