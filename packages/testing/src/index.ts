export { startTestApp, type Person, type TestApp } from './test-app.ts';
export {
  anyPlatform,
  createTestDatabase,
  platforms,
  type Platform,
  type TestDatabase,
} from './test-database.ts';
