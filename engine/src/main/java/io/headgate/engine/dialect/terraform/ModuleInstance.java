package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.ModuleSource.Declared;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Literal;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A module with the values of its variables: the root, or one instance of a call. */
final class ModuleInstance {

  /** An instance of a module call, by the text of its key; null where the call has no keys. */
  record Keyed(@Nullable String key, ModuleInstance module) {}

  private final ModuleSource source;
  private final Root root;
  private final @Nullable ModuleInstance parent;
  private final String address;
  private final Map<String, Value> given;
  private final Map<String, Value> variables = new HashMap<>();
  private final Map<String, Value> locals = new HashMap<>();
  private final Map<String, Value> outputs = new HashMap<>();
  private final Map<String, List<Keyed>> calls = new HashMap<>();
  private final Map<String, String> providers;

  /**
   * A module.
   *
   * @param parent the module that calls it; null for the root
   * @param address what its resources' addresses begin with; empty for the root
   * @param given what is given for its variables
   * @param providers what its providers are called in the root, by their names in it
   */
  ModuleInstance(
      ModuleSource source,
      Root root,
      @Nullable ModuleInstance parent,
      String address,
      Map<String, Value> given,
      Map<String, String> providers) {
    this.source = source;
    this.root = root;
    this.parent = parent;
    this.address = address;
    this.given = given;
    this.providers = Map.copyOf(providers);
  }

  ModuleSource source() {
    return source;
  }

  Root root() {
    return root;
  }

  @Nullable ModuleInstance parent() {
    return parent;
  }

  String address() {
    return address;
  }

  /** What a provider is called in the root. */
  String provider(String name) {
    return parent == null ? name : providers.getOrDefault(name, name);
  }

  /** Whether a variable's value comes from whoever calls this module. */
  boolean isGiven(String name) {
    return parent != null && given.containsKey(name);
  }

  Value variable(String name, Expression use) {
    Value known = variables.get(name);
    if (known == null) {
      known = readVariable(name, use);
      variables.put(name, known);
    }
    return known;
  }

  private Value readVariable(String name, Expression use) {
    Declared declared = source.variable(name);
    if (declared == null) {
      return Value.unknown(use.place(), "var." + name);
    }
    Block block = declared.block();
    Value value = given.get(name);
    Expression standard = block.body().value("default");
    boolean replaced =
        value != null && value.is(Value.Kind.NULL) && isTrue(block, "nullable", true);
    if (value == null || (value.is(Value.Kind.NULL) && !isTrue(block, "nullable", true))) {
      value =
          standard == null
              ? Value.unknown(block.head(), address + "var." + name)
              : root.evaluator().value(standard, Scope.of(this));
    }
    if (isTrue(block, "sensitive", false) || isTrue(block, "ephemeral", false)) {
      return Value.unknown(value.shown(), address + "var." + name);
    }
    Expression type = block.body().value("type");
    return type == null || replaced ? value : VariableTypes.apply(type, value, root.evaluator());
  }

  private static boolean isTrue(Block block, String name, boolean standard) {
    Expression value = block.body().value(name);
    return value == null
        ? standard
        : value instanceof Literal literal && literal.text().equals("true");
  }

  Value local(String name, Expression use) {
    Attribute local = source.local(name);
    if (local == null) {
      return Value.unknown(use.place(), address + "local." + name);
    }
    return once(locals, name, "local." + name, local);
  }

  Value output(String name, Expression use) {
    Declared declared = source.output(name);
    Attribute value = declared == null ? null : declared.block().body().attribute("value");
    if (declared == null || value == null) {
      return Value.unknown(use.place(), address + "output." + name);
    }
    if (isTrue(declared.block(), "sensitive", false)) {
      return Value.unknown(use.place(), address + "output." + name);
    }
    return once(outputs, name, "output." + name, value);
  }

  /** Computes a value once; what it needs itself for is a problem and unknown. */
  private Value once(Map<String, Value> memory, String name, String shown, Attribute written) {
    Value known = memory.get(name);
    if (known == null) {
      memory.put(name, Value.unknown(written.value().place(), address + shown));
      known = root.evaluator().open(written, shown, Scope.of(this));
      memory.put(name, known);
    } else if (root.evaluator().isOpen(written)) {
      root.evaluator().cycle(written, shown);
    }
    return known;
  }

  /** The instances of a module call; none if it leads out of the repository. */
  List<Keyed> call(String name) {
    List<Keyed> known = calls.get(name);
    if (known == null) {
      calls.put(name, List.of());
      Declared declared = source.call(name);
      known = declared == null ? List.of() : root.expansion().calls(declared, this);
      calls.put(name, known);
    }
    return known;
  }
}
