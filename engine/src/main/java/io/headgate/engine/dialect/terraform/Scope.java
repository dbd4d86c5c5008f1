package io.headgate.engine.dialect.terraform;

import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use.
 *
 * @param module the module whose variables, locals, resources and calls it sees
 * @param name the last name that was bound; null for none
 * @param value what it is bound to
 * @param outer the names bound before that
 */
record Scope(
    ModuleInstance module, @Nullable String name, @Nullable Value value, @Nullable Scope outer) {

  static Scope of(ModuleInstance module) {
    return new Scope(module, null, null, null);
  }

  Scope with(String bound, Value to) {
    return new Scope(module, bound, to, this);
  }

  /** What a name is bound to, or null. */
  @Nullable Value get(String wanted) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (wanted.equals(scope.name)) {
        return scope.value;
      }
    }
    return null;
  }
}
