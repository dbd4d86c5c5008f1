package io.headgate.engine.drl.compile;

import io.headgate.engine.drl.Allowed;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the value of an expression before it has one.
 *
 * @param raw its class, or null if that is not known
 * @param arguments the type arguments of the class, as far as they are known
 * @param nullable whether it may be null
 */
record ValueType(@Nullable Class<?> raw, List<ValueType> arguments, boolean nullable) {

  /** What every value has, and nobody looks for. */
  private static final Set<String> COMMON = Set.of("hashCode", "toString", "equals");

  static final ValueType UNKNOWN = new ValueType(null, List.of(), false);
  static final ValueType NULL = new ValueType(null, List.of(), true);
  static final ValueType BOOLEAN = of(boolean.class);
  static final ValueType NUMBER = of(Number.class);
  static final ValueType STRING = of(String.class);

  static ValueType of(Class<?> raw) {
    return new ValueType(raw, List.of(), false);
  }

  ValueType withNull(boolean possible) {
    return new ValueType(raw, arguments, possible);
  }

  /** Whether a value of this type can be one of the other, as far as is known. */
  boolean canBe(Class<?> other) {
    return raw == null || other.isAssignableFrom(raw) || raw == Object.class;
  }

  /** Whether it is known to be of this class. */
  boolean is(Class<?> other) {
    return raw != null && other.isAssignableFrom(raw);
  }

  /** The name for people. */
  String name() {
    return raw == null ? "value" : raw.getSimpleName();
  }

  /** The method behind a property such as {@code name}, {@code known} or {@code size}, or null. */
  @Nullable Method property(String name) {
    Method method = method(name, 0);
    if (method == null && !name.isEmpty()) {
      String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      method = method("is" + capital, 0);
      if (method == null) {
        method = method("get" + capital, 0);
      }
    }
    return method;
  }

  /** The method of a name that takes so many arguments and may be used in a rule, or null. */
  @Nullable Method method(String name, int arguments) {
    for (Method method : usable()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments) {
        return method;
      }
    }
    return null;
  }

  /** The names of properties, for suggestions. */
  Collection<String> properties() {
    Collection<String> names = new TreeSet<>();
    for (Method method : usable()) {
      String name = method.getName();
      if (method.getParameterCount() == 0 && !COMMON.contains(name)) {
        boolean question = name.length() > 2 && name.startsWith("is");
        names.add(question ? Character.toLowerCase(name.charAt(2)) + name.substring(3) : name);
      }
    }
    return names;
  }

  /** The names of methods, for suggestions. */
  Collection<String> methods() {
    Collection<String> names = new TreeSet<>();
    usable().forEach(method -> names.add(method.getName()));
    names.removeAll(COMMON);
    return names;
  }

  private List<Method> usable() {
    List<Method> usable = new ArrayList<>();
    if (raw != null) {
      Class<?> owner = raw;
      for (Method method : raw.getMethods()) {
        if (!Modifier.isStatic(method.getModifiers())
            && !method.isBridge()
            && (method.getDeclaringClass() != Object.class || method.getName().equals("toString"))
            && Allowed.member(owner.getName().replace('.', '/'), method.getName())) {
          usable.add(method);
        }
      }
    }
    return usable;
  }

  /** What a method gives on a value of this type. */
  ValueType result(Method method) {
    boolean none =
        method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)
            || (method.getDeclaringClass() == Map.class && method.getName().equals("get"));
    return resolve(method.getGenericReturnType()).withNull(none);
  }

  private ValueType resolve(Type type) {
    if (type instanceof Class<?> simple) {
      return of(simple);
    }
    if (type instanceof ParameterizedType parameterized) {
      List<ValueType> resolved = new ArrayList<>();
      for (Type argument : parameterized.getActualTypeArguments()) {
        resolved.add(resolve(argument));
      }
      return new ValueType((Class<?>) parameterized.getRawType(), resolved, false);
    }
    if (type instanceof TypeVariable<?> variable && raw != null) {
      TypeVariable<?>[] parameters = raw.getTypeParameters();
      for (int i = 0; i < parameters.length && i < arguments.size(); i++) {
        if (parameters[i].equals(variable)) {
          return arguments.get(i);
        }
      }
    }
    return UNKNOWN;
  }
}
