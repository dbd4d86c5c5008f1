/**
 * Runs the compiled DRL of a rule pack as one checker: reads what was compiled, lets in only
 * classes that can do no more than look at the bundle and report, and keeps what was compiled for
 * the next run. It never compiles in this process, and none of Drools is loaded until a pack with
 * DRL is run.
 */
@NullMarked
package io.headgate.engine.drl;

import org.jspecify.annotations.NullMarked;
