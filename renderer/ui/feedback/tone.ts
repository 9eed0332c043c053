export type Tone = 'ok' | 'info' | 'warn' | 'danger' | 'neutral';
