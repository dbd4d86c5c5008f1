package io.headgate.engine.drl.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an expression of a rule can refer to. */
final class Scope {

  private final Map<String, ValueType> variables;
  private final Set<String> own = new HashSet<>();
  private final Set<String> certain = new HashSet<>();
  private final @Nullable ValueType self;

  private Scope(Map<String, ValueType> variables, @Nullable ValueType self) {
    this.variables = variables;
    this.self = self;
  }

  /** The scope of a rule, without any variable. */
  static Scope ofRule() {
    return new Scope(new HashMap<>(), null);
  }

  /** The scope inside a pattern: variables bound there are seen here too. */
  Scope inside(@Nullable ValueType pattern) {
    return new Scope(variables, pattern);
  }

  /** A scope whose variables are not seen outside: that of a {@code not}. */
  Scope apart() {
    return new Scope(new HashMap<>(variables), self);
  }

  /** The scope of one side of an {@code ||}: what is certain there is not certain elsewhere. */
  Scope branch() {
    Scope branch = new Scope(new HashMap<>(variables), self);
    branch.own.addAll(own);
    branch.certain.addAll(certain);
    return branch;
  }

  /** The fact that the pattern looks at, or null outside of patterns. */
  @Nullable ValueType self() {
    return self;
  }

  @Nullable ValueType variable(String name) {
    return variables.get(name);
  }

  Set<String> variables() {
    return new TreeSet<>(variables.keySet());
  }

  void bind(String name, ValueType type) {
    variables.put(name, type);
    own.add(name);
  }

  /** Whether a variable is of another pattern, so that Drools may ask about it later. */
  boolean isForeign(String name) {
    return variables.containsKey(name) && !own.contains(name);
  }

  /** An expression that is not null from here on. */
  void ensure(String expression) {
    certain.add(expression);
    ValueType variable = variables.get(expression);
    if (variable != null) {
      variables.put(expression, variable.withNull(false));
    }
  }

  boolean isCertain(String expression) {
    return certain.contains(expression);
  }
}
