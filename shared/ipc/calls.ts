import type { Static } from 'typebox';
import type { Result } from '../kernel/result.ts';
import type { ShellProblem } from './envelope.ts';
import { desktopCalls } from './desktop-calls.ts';
import { deviceCalls } from './device-calls.ts';
import { hostCalls } from './host-calls.ts';
import { logCalls } from './log-calls.ts';
import { mirrorCalls } from './mirror-calls.ts';
import { updateCalls } from './update-calls.ts';

/**
 * The registry: every call of the till's page to its shell. The same calls go over IPC in the desktop app and over HTTP in
 * the browser; both ends check by these schemas.
 */
export const calls = {
  ...hostCalls,
  ...logCalls,
  ...desktopCalls,
  ...mirrorCalls,
  ...deviceCalls,
  ...updateCalls,
} as const;

export type CallName = keyof typeof calls;
export type Asked<Name extends CallName> = Static<(typeof calls)[Name]['asks']>;
/** What a service of the shell comes to. */
export type Served<Name extends CallName> = Result<
  Static<(typeof calls)[Name]['answers']>,
  Static<(typeof calls)[Name]['problems']>
>;
/** What the page hears: the service's own, or that it could not be asked. */
export type Answered<Name extends CallName> = Result<
  Static<(typeof calls)[Name]['answers']>,
  Static<(typeof calls)[Name]['problems']> | ShellProblem
>;

export const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name);
