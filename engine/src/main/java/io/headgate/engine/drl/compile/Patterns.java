package io.headgate.engine.drl.compile;

import io.headgate.engine.drl.Names;
import io.headgate.spi.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;

/** Inspects what stands between {@code when} and {@code then}. */
final class Patterns {

  private static final Map<String, ValueType> FUNCTIONS =
      new TreeMap<>(
          Map.of(
              "count", ValueType.of(Long.class),
              "sum", ValueType.NUMBER,
              "min", ValueType.UNKNOWN,
              "max", ValueType.UNKNOWN,
              "average", ValueType.of(Double.class),
              "collectList", ValueType.of(List.class),
              "collectSet", ValueType.of(Set.class)));

  private final ModelTypes types;
  private final Constraints constraints;
  private boolean needsBase;

  Patterns(ModelTypes types, Constraints constraints) {
    this.types = types;
    this.constraints = constraints;
  }

  /** Whether a pattern asks what was there before the change. */
  boolean needsBase() {
    return needsBase;
  }

  void inspect(BaseDescr descr, Scope scope) {
    if (descr instanceof PatternDescr pattern) {
      pattern(pattern, scope);
    } else if (descr instanceof AndDescr and) {
      all(and.getDescrs(), scope);
    } else if (descr instanceof OrDescr or) {
      or(or.getDescrs(), scope);
    } else if (descr instanceof NotDescr not) {
      all(not.getDescrs(), scope.apart());
    } else if (descr instanceof ExistsDescr exists) {
      all(exists.getDescrs(), scope.apart());
    } else if (descr instanceof ForallDescr forall) {
      all(forall.getDescrs(), scope.apart());
    } else if (descr instanceof EvalDescr) {
      refuse(descr, "'eval' is not let in; write the condition inside of a pattern.");
    } else {
      refuse(
          descr,
          "A rule has patterns, 'not', 'exists', 'forall', 'accumulate' and 'groupby' only.");
    }
  }

  private void all(Collection<?> descrs, Scope scope) {
    for (Object descr : descrs) {
      inspect((BaseDescr) descr, scope);
    }
  }

  /** What every branch binds is bound behind it. */
  private void or(List<?> branches, Scope scope) {
    List<Scope> scopes = new ArrayList<>();
    for (Object branch : branches) {
      Scope apart = scope.apart();
      inspect((BaseDescr) branch, apart);
      scopes.add(apart);
    }
    for (String name : scopes.get(0).variables()) {
      ValueType type = scopes.get(0).variable(name);
      if (scope.variable(name) == null
          && type != null
          && scopes.stream().allMatch(other -> other.variable(name) != null)) {
        scope.bind(name, type);
      }
    }
  }

  private void pattern(PatternDescr pattern, Scope scope) {
    if (pattern.isQuery() || pattern.isUnification()) {
      refuse(pattern, "Queries and ':=' are not let in; write a pattern.");
      return;
    }
    if (!pattern.getBehaviors().isEmpty()) {
      refuse(pattern, "'over' is not let in: a bundle has no time.");
    }
    if (!pattern.getAnnotationNames().isEmpty()) {
      refuse(pattern, "A pattern has no annotations; only a rule has.");
    }
    PatternSourceDescr source = pattern.getSource();
    if (source instanceof AccumulateDescr accumulate
        && pattern.getIdentifier() == null
        && pattern.getObjectType().equals("Object")) {
      accumulate(pattern, accumulate, scope);
      collected(pattern, accumulate);
      constraints.all(pattern, scope.inside(null));
      return;
    }
    ValueType type = type(pattern, source);
    source(pattern, source, scope);
    Scope inside = scope.inside(type);
    if (pattern.getIdentifier() != null) {
      constraints.bind(pattern, pattern.getIdentifier(), type, inside);
    }
    constraints.all(pattern, inside);
  }

  private ValueType type(PatternDescr pattern, PatternSourceDescr source) {
    String name = pattern.getObjectType();
    Class<?> type = types.named(name);
    if (type == null) {
      refuse(pattern, "There is no type '" + name + "'." + Nearest.hint(name, types.names()));
      return ValueType.UNKNOWN;
    }
    boolean inSession = source == null || source instanceof EntryPointDescr;
    if (inSession && !ModelTypes.isFact(type)) {
      refuse(
          pattern,
          "No fact is a "
              + name
              + ", so nothing would ever match. Take it from a fact with 'from', or match one of "
              + String.join(", ", types.facts())
              + ".");
    }
    return ValueType.of(type);
  }

  private void source(PatternDescr pattern, PatternSourceDescr source, Scope scope) {
    if (source instanceof EntryPointDescr entry) {
      needsBase = true;
      if (!entry.getEntryId().equals(Names.BASE)) {
        refuse(
            pattern,
            "There is no entry point '"
                + entry.getEntryId()
                + "'; there is \"base\", with what was there before the change.");
      }
    } else if (source instanceof FromDescr from) {
      ValueType given =
          constraints.value(
              pattern,
              from.getDataSource() == null ? "" : from.getExpression(),
              scope.inside(null));
      elements(pattern, given);
    } else if (source instanceof AccumulateDescr accumulate) {
      accumulate(pattern, accumulate, scope);
    } else if (source instanceof CollectDescr collect) {
      inspect(collect.getInputPattern(), scope.apart());
    } else if (source != null) {
      refuse(pattern, "Facts come from the bundle, from a fact, or from entry-point \"base\".");
    }
  }

  /** A pattern takes the elements of a list one by one, never the list. */
  private void elements(PatternDescr pattern, ValueType given) {
    ValueType element =
        !given.is(Iterable.class)
            ? given
            : given.arguments().isEmpty() ? ValueType.UNKNOWN : given.arguments().get(0);
    Class<?> wanted = types.named(pattern.getObjectType());
    Class<?> one = element.raw();
    if (wanted != null
        && one != null
        && !element.canBe(wanted)
        && !one.isPrimitive()
        && !one.isAssignableFrom(wanted)) {
      refuse(
          pattern,
          "What 'from' gives here, one by one, is a "
              + element.name()
              + " and never a "
              + wanted.getSimpleName()
              + ", so nothing would ever match. Match a "
              + element.name()
              + ", or count with 'accumulate'.");
    }
  }

  private void accumulate(PatternDescr pattern, AccumulateDescr accumulate, Scope scope) {
    if (accumulate.getInitCode() != null
        || accumulate.getActionCode() != null
        || accumulate.getReverseCode() != null
        || accumulate.getResultCode() != null) {
      refuse(
          pattern,
          "'accumulate' with code of its own is not let in. There are "
              + String.join(", ", FUNCTIONS.keySet())
              + ".");
      return;
    }
    Scope inner = scope.apart();
    Map<String, Integer> boundBy = input(accumulate.getInput(), inner);
    if (accumulate instanceof GroupByDescr groupBy) {
      ValueType key = constraints.value(pattern, groupBy.getGroupingFunction(), inner.inside(null));
      if (groupBy.getGroupingKey() != null) {
        constraints.bind(pattern, groupBy.getGroupingKey(), key, scope);
      }
    }
    Map<Integer, String> asked = new TreeMap<>();
    for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
      ValueType result = FUNCTIONS.get(function.getFunction());
      if (result == null) {
        refuse(
            pattern,
            "There is no function '"
                + function.getFunction()
                + "'."
                + Nearest.hint(function.getFunction(), FUNCTIONS.keySet())
                + " There are "
                + String.join(", ", FUNCTIONS.keySet())
                + ".");
        result = ValueType.UNKNOWN;
      }
      for (String parameter : Arrays.asList(function.getParams())) {
        if (!parameter.isBlank()) {
          constraints.value(pattern, parameter, inner.inside(null));
          boundBy.forEach(
              (variable, by) -> {
                if (Texts.mentions(parameter, variable)) {
                  asked.putIfAbsent(by, variable);
                }
              });
        }
      }
      if (function.isUnification()) {
        refuse(pattern, "Queries and ':=' are not let in; write a pattern.");
      } else if (function.getBind() != null) {
        constraints.bind(pattern, function.getBind(), result, scope);
      }
    }
    if (asked.size() > 1) {
      // Drools 10.2 gives a function the fact, or the fact of the other pattern, in place of the
      // value.
      refuse(
          pattern,
          "The functions take "
              + String.join(" and ", asked.values())
              + ", which different patterns bind, and Drools would mix them up. Take the values of"
              + " one pattern, or write an 'accumulate' for each.");
    }
  }

  /** What is collected has no type for Drools where its result is compared. */
  private void collected(PatternDescr pattern, AccumulateDescr accumulate) {
    for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
      String bound = function.getBind();
      if (bound != null && function.getFunction().startsWith("collect")) {
        for (BaseDescr descr : pattern.getDescrs()) {
          if (descr instanceof ExprConstraintDescr constraint
              && Texts.mentions(constraint.getExpression(), bound)) {
            String type = function.getFunction().substring("collect".length());
            String of = String.join(", ", function.getParams());
            refuse(
                pattern,
                "What is collected cannot be compared here. Write '"
                    + (bound + " : " + type + "(size > 2) from accumulate(...; ")
                    + (function.getFunction() + "(" + of + "))'."));
          }
        }
      }
    }
  }

  /** Inspects what a function runs over, and tells which of its patterns binds each variable. */
  private Map<String, Integer> input(BaseDescr input, Scope scope) {
    List<?> parts = input instanceof AndDescr and ? and.getDescrs() : List.of(input);
    Map<String, Integer> boundBy = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof PatternDescr part
          && part.getSource() instanceof AccumulateDescr) {
        // Drools 10.2 counts the facts of the inner one, not its results.
        refuse(part, "One 'accumulate' or 'groupby' cannot run over another; write two rules.");
      }
      Set<String> before = scope.variables();
      inspect((BaseDescr) parts.get(i), scope);
      for (String variable : scope.variables()) {
        if (!before.contains(variable)) {
          boundBy.put(variable, i);
        }
      }
    }
    return boundBy;
  }

  private void refuse(BaseDescr descr, String message) {
    constraints.refuse(descr, message);
  }
}
