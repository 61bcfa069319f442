import './at-the-edge.ts';
import '../router/idempotency.integration.test.ts';
