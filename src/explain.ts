/** `wattsplit/explain`: why a plan is as it is, and what a unit of each of its limits is worth. */
export { why, whyAsync, worth, worthAsync, type AskedSession } from "./explain/ask-session.ts";
export type { Unexplained } from "./explain/explained-plan.ts";
export type { Move, Moves } from "./explain/moves.ts";
export type { ColumnState, Reason } from "./explain/reason.ts";
export type { Explanation, MovableReason, WhyQuestion } from "./explain/why.ts";
export type { LimitWorth, NoticeWorth, Worth, WorthQuestion, WorthSide } from "./explain/worth.ts";
