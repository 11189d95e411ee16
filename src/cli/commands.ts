import { addCat } from './cat-options.js';
import { addChanges } from './changes-options.js';
import { addCheck, addExplain } from './check-options.js';
import { addClean } from './clean-options.js';
import { addCollect } from './collect-options.js';
import type { DibaoCommand } from './command.js';
import { addDiff } from './diff-options.js';
import { addDispatch } from './dispatch-options.js';
import { addDue } from './due-options.js';
import { addNotice } from './notice-options.js';
import { addPaper } from './paper-options.js';
import type { Runner } from './parts.js';
import { addReport, addStatus } from './progress-options.js';
import { addPurge } from './purge-options.js';
import { addSample } from './sample-options.js';
import { addSimulate } from './simulate-options.js';
import { addInit, addInspect, addRules, addTemplate } from './small-commands.js';
import { addSql } from './sql-options.js';
import { addVerify } from './verify-options.js';

/** Adds every command, in the order in which help lists them (that of messages/help.ts). */
export function addCommands(program: DibaoCommand, runner: Runner): void {
  addInit(program, runner);
  addInspect(program, runner);
  addCat(program, runner);
  addTemplate(program, runner);
  addCheck(program, runner);
  addExplain(program, runner);
  addRules(program, runner);
  addDiff(program, runner);
  addChanges(program, runner);
  addSample(program, runner);
  addDue(program, runner);
  addSql(program, runner);
  addDispatch(program, runner);
  addCollect(program, runner);
  addStatus(program, runner);
  addClean(program, runner);
  addNotice(program, runner);
  addReport(program, runner);
  addPaper(program, runner);
  addVerify(program, runner);
  addPurge(program, runner);
  addSimulate(program, runner);
}
