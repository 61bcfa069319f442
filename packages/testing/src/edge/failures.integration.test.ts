import './at-the-edge.ts';
import '../router/failures.integration.test.ts';
