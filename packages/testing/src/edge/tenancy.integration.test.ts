import './at-the-edge.ts';
import '../router/tenancy.integration.test.ts';
