import fc from 'fast-check';

/** Property tests try the same cases each time, so that a failure is the change's doing; YIJIAO_FUZZ=1 tries new ones. */
if (!process.env.YIJIAO_FUZZ) fc.configureGlobal({ seed: 20 });

// Coverage is counted in the sources that tests import; the bundles that they run would only write it, for nothing.
if (process.env.NODE_TEST_CONTEXT) delete process.env.NODE_V8_COVERAGE;
