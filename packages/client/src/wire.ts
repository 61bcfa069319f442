import type { AppRouter } from '@resumint/api';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

/** What each procedure takes, by router and name: `Inputs['ai']['parseResume']`. */
export type Inputs = inferRouterInputs<AppRouter>;
/** What each procedure answers. */
export type Outputs = inferRouterOutputs<AppRouter>;

/** Procedures whose answer arrives bit by bit. */
export type StreamedPath = {
  [Router in keyof Outputs]: StreamedIn<Router, Outputs[Router]>;
}[keyof Outputs];

type StreamedIn<Router extends string, Answers> = {
  [Name in keyof Answers & string]: Answers[Name] extends AsyncIterable<unknown>
    ? `${Router}.${Name}`
    : never;
}[keyof Answers & string];
