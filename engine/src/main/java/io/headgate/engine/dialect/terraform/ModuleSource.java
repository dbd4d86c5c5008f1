package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directory of {@code .tf} files: a module as it is written. */
final class ModuleSource {

  /** A block and its file. */
  record Declared(HclFile file, Block block) {}

  private final String directory;
  private final List<HclFile> files;
  private final Map<String, Declared> variables = new HashMap<>();
  private final Map<String, Attribute> locals = new HashMap<>();
  private final Map<String, Declared> outputs = new HashMap<>();
  private final Map<String, Declared> calls = new HashMap<>();
  private final Map<String, Declared> resources = new HashMap<>();
  private final List<Declared> inOrder = new ArrayList<>();

  ModuleSource(String directory, List<HclFile> files) {
    this.directory = directory;
    this.files = List.copyOf(files);
    for (HclFile file : files) {
      for (Block block : file.body().blocks()) {
        Declared declared = new Declared(file, block);
        String name = block.label(0);
        switch (block.type()) {
          case "locals" ->
              block.body().attributes().forEach(local -> locals.putIfAbsent(local.name(), local));
          case "variable" -> put(variables, name, declared);
          case "output" -> put(outputs, name, declared);
          case "module" -> {
            put(calls, name, declared);
            inOrder.add(declared);
          }
          case "resource" -> {
            put(resources, name + "." + block.label(1), declared);
            inOrder.add(declared);
          }
          default -> {
            // Nothing in it is ours.
          }
        }
      }
    }
  }

  private static void put(Map<String, Declared> map, @Nullable String name, Declared declared) {
    if (name != null) {
      map.putIfAbsent(name, declared);
    }
  }

  /** Its path from the root of the run; empty for the root itself. */
  String directory() {
    return directory;
  }

  List<HclFile> files() {
    return files;
  }

  @Nullable Declared variable(String name) {
    return variables.get(name);
  }

  Iterable<Declared> variables() {
    return variables.values();
  }

  @Nullable Attribute local(String name) {
    return locals.get(name);
  }

  @Nullable Declared output(String name) {
    return outputs.get(name);
  }

  @Nullable Declared call(String name) {
    return calls.get(name);
  }

  /** A resource block by its type and name with a dot between them. */
  @Nullable Declared resource(String address) {
    return resources.get(address);
  }

  /** Its resources and module calls, in the order of the files. */
  List<Declared> inOrder() {
    return inOrder;
  }

  /** Whether it has a resource of a type that is read. */
  boolean isOurs() {
    for (Declared declared : inOrder) {
      String type = declared.block().label(0);
      if (declared.block().type().equals("resource") && type != null && Types.isRead(type)) {
        return true;
      }
    }
    return false;
  }

  /** Where the source of a module call leads, or null if out of the repository. */
  @Nullable String target(Block call) {
    Expression source = call.body().value("source");
    String path = source instanceof Template template ? template.plain() : null;
    return path != null && (path.startsWith("./") || path.startsWith("../") || path.equals(".."))
        ? Paths.resolve(directory, path)
        : null;
  }
}
