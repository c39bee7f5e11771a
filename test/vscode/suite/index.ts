import Mocha from 'mocha';
import { checked } from './page.ts';
import { print } from './print.ts';
import { CHINESE, closeAll, open } from './project.ts';
import { inSource } from './stack.ts';

/** Runs the test files inside VS Code; rejects, and so fails the run, when a test fails or none ran. */
export async function runSuite(files: Record<string, () => unknown>): Promise<void> {
  console.log = print;
  Mocha.reporters.Base.consoleLog = print;
  try {
    const { failures, ran } = await runMocha(files);
    if (failures > 0) throw new Error(`${failures} of ${ran} tests failed: see above.`);
    if (ran === 0) throw new Error('No test ran: check the names of the test files and YIJIAO_TEST_GREP.');
  } catch (error) {
    print(error instanceof Error ? error.message : error);
    throw error;
  }
}

/** Milliseconds after which a test hangs. */
const LONGEST = 600_000;

/** On a busy machine VS Code takes minutes to start an extension: no other clock runs before. */
async function started(): Promise<void> {
  const { document } = await open(CHINESE);
  await checked(document, LONGEST);
  await closeAll();
}

async function runMocha(files: Record<string, () => unknown>): Promise<{ failures: number; ran: number }> {
  const forbidOnly = Boolean(process.env.CI);
  const timeout = LONGEST;
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, fullTrace: true, timeout, forbidOnly });
  mocha.suite.beforeAll('the extension is started', started);
  const pattern = process.env.YIJIAO_TEST_GREP;
  if (pattern) mocha.grep(new RegExp(pattern));
  for (const [file, load] of Object.entries(files)) {
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, file, mocha);
    load();
  }
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, failures: failed = 0 } = runner.stats ?? {};
      resolve({ failures, ran: passes + failed });
    });
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (_test, error) => {
      if (error.stack) error.stack = inSource(error.stack);
    });
  });
}
