import './at-the-edge.ts';
import '../router/limits.integration.test.ts';
