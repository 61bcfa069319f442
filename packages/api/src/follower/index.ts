export {
  createFollower,
  type FollowReport,
  type Follower,
  type FollowerDependencies,
} from './create-follower.ts';
export { createFollowHandler } from './follow-handler.ts';
