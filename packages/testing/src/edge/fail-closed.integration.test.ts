import './at-the-edge.ts';
import '../router/fail-closed.integration.test.ts';
