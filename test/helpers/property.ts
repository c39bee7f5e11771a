import fc from 'fast-check';

/** Property tests use the same cases every time, so that a failure is due to a change. YIJIAO_FUZZ=1 tries new ones. */
if (!process.env.YIJIAO_FUZZ) fc.configureGlobal({ seed: 20 });

// Coverage is measured in imported sources. The bundles that tests run would only write useless data.
if (process.env.NODE_TEST_CONTEXT) delete process.env.NODE_V8_COVERAGE;
