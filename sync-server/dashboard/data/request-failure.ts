import type { Result } from '#shared/kernel/result.ts';
import type { RequestProblem } from './request.ts';

/** Carries a problem through TanStack Query, whose failures are thrown. */
export class RequestFailure extends Error {
  readonly problem: RequestProblem;

  constructor(problem: RequestProblem) {
    super(problem.type);
    this.problem = problem;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestFailure;
  }
}

/** The value of a reply; its problem is thrown. */
export const valueOf = <Value>(result: Result<Value, RequestProblem>): Value => {
  if (result.ok) return result.value;
  throw new RequestFailure(result.problem);
};
