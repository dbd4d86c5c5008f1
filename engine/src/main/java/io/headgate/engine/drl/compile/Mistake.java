package io.headgate.engine.drl.compile;

/**
 * Something wrong in a DRL file.
 *
 * @param file the file as the compiler was told
 * @param line from 1
 * @param column from 1
 * @param rule the id of the rule, or empty outside of rules
 * @param message what, and what to do instead
 */
record Mistake(String file, int line, int column, String rule, String message) {}
