package io.headgate.engine.drl.compile;

import com.github.javaparser.ast.Node;

/** Hears what is wrong with an expression, and where in it. */
@FunctionalInterface
interface Refusals {

  void at(Node node, String message);
}
