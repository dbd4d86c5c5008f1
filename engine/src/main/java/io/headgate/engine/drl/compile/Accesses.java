package io.headgate.engine.drl.compile;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import io.headgate.engine.drl.Names;
import io.headgate.spi.Nearest;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Located;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Inspects what expressions ask of facts, variables, values and types. */
final class Accesses {

  private static final Map<String, Setting.Type> SETTINGS =
      Map.of(
          "integer", Setting.Type.INTEGER,
          "bool", Setting.Type.BOOLEAN,
          "text", Setting.Type.TEXT,
          "texts", Setting.Type.TEXTS,
          "matches", Setting.Type.PATTERN);

  private final ModelTypes types;
  private final Refusals refusals;
  private final Map<String, Setting.Type> settings = new TreeMap<>();
  private final List<Use> uses = new ArrayList<>();

  /**
   * A property that was asked for.
   *
   * @param node where
   * @param method what gives it
   */
  record Use(Node node, Method method) {}

  Accesses(ModelTypes types, Refusals refusals) {
    this.types = types;
    this.refusals = refusals;
  }

  /** The settings that were asked for. */
  Map<String, Setting.Type> settings() {
    return settings;
  }

  /** The properties that were asked for. */
  List<Use> uses() {
    return uses;
  }

  ValueType name(NameExpr node, Scope scope) {
    String name = node.getNameAsString();
    ValueType variable = scope.variable(name);
    if (variable != null) {
      return variable;
    }
    if (name.startsWith("$")) {
      return refuse(
          node, "There is no variable '" + name + "'." + Nearest.hint(name, scope.variables()));
    }
    ValueType self = scope.self();
    if (self == null) {
      return refuse(
          node,
          "There is no variable '"
              + name
              + "'; the name of a variable begins with '$', as in '$t'.");
    }
    return property(node, name, self, scope);
  }

  ValueType field(FieldAccessExpr node, Scope scope, Expressions expressions) {
    Expression owner = node.getScope();
    String name = node.getNameAsString();
    Class<?> type = typeOf(owner, scope);
    if (type != null) {
      return constant(node, type, name);
    }
    ValueType value = expressions.value(owner, scope);
    ValueType result = property(node, name, value, scope);
    if (value.is(Located.class) && name.equals("known")) {
      expressions.ensureKnown(owner, scope);
    }
    return result;
  }

  private @Nullable Class<?> typeOf(Expression owner, Scope scope) {
    if (owner instanceof NameExpr name && scope.variable(name.getNameAsString()) == null) {
      return types.named(name.getNameAsString());
    }
    if (owner instanceof FieldAccessExpr field) {
      Class<?> outer = typeOf(field.getScope(), scope);
      return outer == null ? null : ModelTypes.nested(outer, field.getNameAsString());
    }
    return null;
  }

  private ValueType constant(Node node, Class<?> type, String name) {
    Collection<String> names = new TreeSet<>();
    for (Field field : type.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        if (field.getName().equals(name)) {
          return ValueType.of(field.getType());
        }
        names.add(field.getName());
      }
    }
    Class<?> nested = ModelTypes.nested(type, name);
    if (nested != null) {
      return refuse(node, "'" + nested.getSimpleName() + "' is a type, not a value.");
    }
    return refuse(
        node,
        type.getSimpleName()
            + " has no constant '"
            + name
            + "'."
            + (names.isEmpty() ? "" : hint(name, names)));
  }

  ValueType property(Node node, String name, ValueType owner, Scope scope) {
    if (owner.raw() == null) {
      return ValueType.UNKNOWN;
    }
    if (refusesGet(node, name, owner)) {
      return ValueType.UNKNOWN;
    }
    Method method = owner.property(name);
    if (method == null) {
      String global = Nearest.hint(name, List.of(Names.SETTINGS));
      return refuse(
          node,
          owner.name()
              + " has no property '"
              + name
              + "'."
              + (global.isEmpty() ? hint(name, owner.properties()) : global));
    }
    certainOwner(node, owner, scope);
    uses.add(new Use(node, method));
    return result(node, owner, method, scope);
  }

  ValueType method(Node node, String name, int arguments, ValueType owner, Scope scope) {
    if (owner.raw() == null) {
      return ValueType.UNKNOWN;
    }
    if (arguments == 0 && refusesGet(node, name, owner)) {
      return ValueType.UNKNOWN;
    }
    Method method = owner.method(name, arguments);
    if (method == null) {
      boolean there = owner.methods().contains(name);
      return refuse(
          node,
          there
              ? "'" + name + "' of " + owner.name() + " takes another number of arguments."
              : owner.name()
                  + " has nothing called '"
                  + name
                  + "' that a rule may use."
                  + hint(name, owner.methods()));
    }
    certainOwner(node, owner, scope);
    return result(node, owner, method, scope);
  }

  private ValueType result(Node node, ValueType owner, Method method, Scope scope) {
    ValueType result = owner.result(method);
    return result.nullable() && scope.isCertain(Texts.of(node)) ? result.withNull(false) : result;
  }

  private boolean refusesGet(Node node, String name, ValueType owner) {
    boolean refused = owner.is(Located.class) && name.equals("get");
    if (refused) {
      refuse(
          node,
          "'get' throws when the value is not known. Write 'orNull', which no comparison holds for"
              + " then.");
    }
    return refused;
  }

  private void certainOwner(Node node, ValueType owner, Scope scope) {
    if (node instanceof FieldAccessExpr field) {
      certain(field.getScope(), owner, scope);
    } else if (node instanceof MethodCallExpr call && call.getScope().isPresent()) {
      certain(call.getScope().get(), owner, scope);
    }
  }

  /** Refuses to go on from a value that may be null. */
  void certain(Expression expression, ValueType type, Scope scope) {
    if (type.nullable() && !scope.isCertain(Texts.of(expression))) {
      String text = Expressions.brief(expression);
      refuse(
          expression,
          "'"
              + text
              + "' is null when the value is not known. "
              + (scope.self() == null
                  ? "Bind it to a value that is, as in '$n : name.orNull != null'."
                  : "Go on with '" + text + "!.', or say first that '" + text + " != null'."));
    }
  }

  ValueType setting(MethodCallExpr node) {
    String name = node.getNameAsString();
    Setting.Type type = SETTINGS.get(name);
    if (type == null) {
      return refuse(
          node, "'settings' has no '" + name + "'." + hint(name, new TreeSet<>(SETTINGS.keySet())));
    }
    int wanted = name.equals("matches") ? 2 : 1;
    if (node.getArguments().size() != wanted
        || !(node.getArgument(0) instanceof StringLiteralExpr key)) {
      return refuse(
          node,
          "'settings."
              + name
              + "' takes the name of the setting as a text in quotes"
              + (wanted == 2 ? " and the name to match." : " and nothing else."));
    }
    Setting.Type before = settings.putIfAbsent(key.getValue(), type);
    if (before != null && before != type) {
      return refuse(
          node, "The setting '" + key.getValue() + "' is used as two different types in one rule.");
    }
    return switch (type) {
      case INTEGER -> ValueType.NUMBER;
      case BOOLEAN, PATTERN -> ValueType.BOOLEAN;
      case TEXT -> ValueType.STRING;
      case TEXTS -> ValueType.of(java.util.List.class);
    };
  }

  private static String hint(String name, Collection<String> names) {
    String hint = Nearest.hint(name, names);
    return hint.isEmpty() && names.size() <= 25
        ? " There " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names) + "."
        : hint;
  }

  private ValueType refuse(Node node, String message) {
    refusals.at(node, message);
    return ValueType.UNKNOWN;
  }
}
