import './at-the-edge.ts';
import '../router/metered-walk.integration.test.ts';
