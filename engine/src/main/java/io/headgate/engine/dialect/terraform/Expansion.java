package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.ModuleInstance.Keyed;
import io.headgate.engine.dialect.terraform.ModuleSource.Declared;
import io.headgate.engine.dialect.terraform.Repetition.Time;
import io.headgate.engine.document.Problem;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Braces;
import io.headgate.engine.document.hcl.Expression.Item;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Variable;
import io.headgate.engine.document.hcl.HclBody;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes instances of resources and module calls. */
final class Expansion {

  /** What a module call has besides the values of variables. */
  private static final Set<String> META =
      Set.of("source", "version", "count", "for_each", "providers", "depends_on");

  private final Root root;
  private final List<Planned> planned = new ArrayList<>();
  private final List<Problem> uncertain = new ArrayList<>();
  private final Set<Expression> told = Collections.newSetFromMap(new IdentityHashMap<>());

  Expansion(Root root) {
    this.root = root;
  }

  /** All instances of resources that are read, in the order of the files. */
  List<Planned> all() {
    for (Declared declared : root.module().source().inOrder()) {
      expand(declared, root.module(), declared.file(), false);
    }
    return planned;
  }

  /** Where it is not known how often a block counts. */
  List<Problem> uncertain() {
    return uncertain;
  }

  private void expand(Declared declared, ModuleInstance module, HclFile file, boolean unsure) {
    Block block = declared.block();
    String name = block.label(0);
    if (name == null || root.budget().isSpent()) {
      return;
    }
    if (block.type().equals("module")) {
      boolean sure = repetition(block.body(), module).unknown() == null;
      for (Keyed call : module.call(name)) {
        for (Declared inner : call.module().source().inOrder()) {
          expand(inner, call.module(), file, unsure || !sure);
        }
      }
    } else if (Types.isRead(name)) {
      resource(declared, name, module, file, unsure);
    }
  }

  private void resource(
      Declared declared, String type, ModuleInstance module, HclFile file, boolean unsure) {
    Block block = declared.block();
    String address = module.address() + type + "." + block.label(1);
    Repetition repetition = repetition(block.body(), module);
    for (Time time : repetition.times()) {
      if (!root.budget().instance()) {
        return;
      }
      TreeOrigins origins = new TreeOrigins();
      Instance instance =
          new Instance(
              type,
              block.labels().get(block.labels().size() - 1).place(),
              Bodies.mapping(block, time.scope(), root.evaluator(), origins),
              origins);
      planned.add(
          new Planned(
              address + time.key(),
              stripped(address),
              unsure || repetition.unknown() != null,
              file,
              cluster(block, type, module),
              instance));
    }
  }

  /** An address without its keys. */
  static String stripped(String address) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    int open = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '[') {
        open++;
      } else if (!quoted && c == ']') {
        open--;
      } else if (open == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** An alias of a provider tells one cluster from another. */
  private static String cluster(Block block, String type, ModuleInstance module) {
    String written = path(block.body().value("provider"));
    String local = written == null ? type.substring(0, Math.max(0, type.indexOf('_'))) : written;
    String provider = module.provider(local);
    return provider.indexOf('.') > 0 ? provider : "";
  }

  private static @Nullable String path(@Nullable Expression expression) {
    if (expression instanceof Variable variable) {
      return variable.name();
    }
    if (expression instanceof Template template) {
      return template.plain();
    }
    return expression instanceof Access access
            && access.on() instanceof Variable first
            && access.steps().size() == 1
            && access.steps().get(0) instanceof Expression.Attribute alias
        ? first.name() + "." + alias.name()
        : null;
  }

  private Repetition repetition(HclBody body, ModuleInstance module) {
    Repetition repetition = Repetition.of(body, Scope.of(module), root.evaluator());
    Expression unknown = repetition.unknown();
    if (unknown != null && told.add(unknown)) {
      if (repetition.tooMany()) {
        root.problem(
            new Problem(
                unknown.place(),
                "This makes more than "
                    + Budget.OF_ONE_BLOCK
                    + " instances of one block; headgate reads no more, and looks at one."));
      } else {
        uncertain.add(
            new Problem(
                unknown.place(),
                "How many instances this makes is known only to a plan, so the block is judged"
                    + " once, with all that hangs on it unknown. Let headgate read the plan as"
                    + " JSON."));
      }
    }
    return repetition;
  }

  /** The names that are bound in an instance of a block with keys; null if there is none. */
  @Nullable Scope scopeOf(HclBody body, Value key, ModuleInstance module) {
    String name = key.text();
    Repetition repetition = repetition(body, module);
    if (name == null || repetition.unknown() != null) {
      return null;
    }
    for (Time time : repetition.times()) {
      if (name.equals(time.name())) {
        return time.scope();
      }
    }
    return null;
  }

  /** The instances of a module call; none if it leads out of the repository or into itself. */
  List<Keyed> calls(Declared declared, ModuleInstance module) {
    Block block = declared.block();
    String directory = module.source().target(block);
    ModuleSource source = directory == null ? null : root.source(directory);
    if (source == null || directory == null) {
      elsewhere(block);
      return List.of();
    }
    for (ModuleInstance above = module; above != null; above = above.parent()) {
      if (above.source().directory().equals(directory)) {
        Attribute written = block.body().attribute("source");
        root.problem(
            new Problem(
                written == null ? block.head() : written.value().place(),
                "This module includes itself, so Terraform cannot load it; remove the call."));
        return List.of();
      }
    }
    List<Keyed> calls = new ArrayList<>();
    Map<String, String> providers = providers(block, module);
    for (Time time : repetition(block.body(), module).times()) {
      if (!root.budget().instance()) {
        return calls;
      }
      Map<String, Value> given = new HashMap<>();
      for (Attribute attribute : block.body().attributes()) {
        if (!META.contains(attribute.name())) {
          given.put(attribute.name(), root.evaluator().value(attribute.value(), time.scope()));
        }
      }
      calls.add(
          new Keyed(
              time.name(),
              new ModuleInstance(
                  source,
                  root,
                  module,
                  module.address() + "module." + block.label(0) + time.key() + ".",
                  given,
                  providers)));
    }
    return calls;
  }

  /** Says so when a module that seems to be about Kafka lies where headgate does not read. */
  private void elsewhere(Block call) {
    Expression written = call.body().value("source");
    String path = written instanceof Template template ? template.plain() : null;
    if (written != null
        && path != null
        && (path.startsWith(".") || path.contains("kafka") || path.contains("confluent"))
        && told.add(written)) {
      uncertain.add(
          new Problem(
              written.place(),
              "This module lies outside of the files that headgate reads, so what it declares is"
                  + " not judged. Run headgate at the root of the repository, or let it read the"
                  + " plan as JSON."));
    }
  }

  private static Map<String, String> providers(Block call, ModuleInstance module) {
    Map<String, String> providers = new HashMap<>();
    if (call.body().value("providers") instanceof Braces braces) {
      for (Item item : braces.items()) {
        String inner = path(item.key());
        String outer = path(item.value());
        if (inner != null && outer != null) {
          providers.put(inner, module.provider(outer));
        }
      }
    } else {
      // Without the argument a module gets the providers of its caller that have no alias.
      for (String name : List.of("kafka", "confluent", "aiven", "aws", "google")) {
        providers.put(name, module.provider(name));
      }
    }
    return providers;
  }
}
